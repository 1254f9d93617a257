package io.plumbline.mirror;

import io.plumbline.crm.RecordId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What hangs on some accounts: their rows first, then level by level what hangs on the rows just found, as far as anything may.
 * Each row is there once for an account, however many ways lead to it.
 */
final class RowsOfAccounts {

    /** Own records come along when deleted, since somebody deleted them on purpose. */
    private static final String SHOWN = "not absent and (not deleted or own_key is not null)";

    private static final String BELOW = "select " + Rows.COLUMNS + " from mirror_row where org_id = ?"
            + " and parent_id in (%s) and not deleted and not absent";

    /** So many levels hang below the rows that hang on accounts themselves. */
    private static final int LEVELS = 2;

    /** So many rows are asked at once for what hangs on them. */
    private static final int CHUNK = 1000;

    private final RecordId org;
    private final JdbcTemplate jdbc;
    private final Rows rows;
    private final Set<RowSource> only;
    private final Set<RowSource> held;
    private final KindsAbove above;
    private final Map<String, Map<RowSource, List<MirrorRow>>> byAccount = new HashMap<>();

    /** The accounts of each row on which others may hang. */
    private final Map<String, Set<String>> homes = new HashMap<>();

    /** Those of them that were not looked at yet. */
    private Map<String, List<String>> found = new HashMap<>();

    /**
     * @param only the sources of which rows are read; all when there are none
     * @param held those of them of which there is any row at all
     */
    RowsOfAccounts(
            RecordId org, JdbcTemplate jdbc, Rows rows, Set<RowSource> only, Set<RowSource> held, KindsAbove above) {
        this.org = org;
        this.jdbc = jdbc;
        this.rows = rows;
        this.only = only;
        this.held = held;
        this.above = above;
    }

    void read(InList accounts) {
        if (only.isEmpty()) {
            each(direct(accounts), accounts.after(org.value()), this::addDirect);
        }
        for (RowSource source : held) {
            each(directOfSource(accounts), accounts.before(org.value(), source.value()), this::addDirect);
        }
        for (int level = 0; level < LEVELS; level++) {
            below();
        }
    }

    private static String direct(InList accounts) {
        return "select " + Rows.COLUMNS + " from mirror_row where org_id = ? and account_id in (" + accounts.places()
                + ") and " + SHOWN;
    }

    static String directOfSource(InList accounts) {
        return "select " + Rows.COLUMNS + " from " + accounts.rowsByAccount() + " where " + SHOWN;
    }

    Map<RowSource, List<MirrorRow>> of(RecordId account) {
        Map<RowSource, List<MirrorRow>> its = byAccount.getOrDefault(account.value(), new TreeMap<>());
        its.replaceAll((source, unsorted) -> Rows.sorted(unsorted));
        return its;
    }

    private void below() {
        Map<String, List<String>> parents = found;
        found = new HashMap<>();
        for (InList some : InList.ofTexts(parents.keySet(), CHUNK)) {
            each(BELOW.formatted(some.places()), some.after(org.value()), row -> {
                if (only.isEmpty() || only.contains(row.source())) {
                    String parent = row.parentId().orElseThrow().value();
                    parents.getOrDefault(parent, List.of()).forEach(account -> add(row, account));
                }
            });
        }
    }

    private void each(String select, Object[] parameters, Consumer<MirrorRow> visitor) {
        jdbc.query(
                select,
                result -> {
                    visitor.accept(rows.mapRow(result, 0));
                },
                parameters);
    }

    private void addDirect(MirrorRow row) {
        add(row, row.accountId().orElseThrow().value());
    }

    private void add(MirrorRow row, String account) {
        byAccount
                .computeIfAbsent(account, id -> new TreeMap<>())
                .computeIfAbsent(row.source(), source -> new ArrayList<>())
                .add(row);
        String id = row.id().value();
        if (!row.deleted()
                && above.includeThatOf(row.id())
                && homes.computeIfAbsent(id, key -> new HashSet<>()).add(account)) {
            found.computeIfAbsent(id, key -> new ArrayList<>()).add(account);
        }
    }
}
