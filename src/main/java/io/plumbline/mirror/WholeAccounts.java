package io.plumbline.mirror;

import io.plumbline.crm.RecordId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Accounts of one org with everything that hangs on them. */
final class WholeAccounts {

    /** So many accounts are read at once: few queries for many small ones, bounded memory for large ones. */
    private static final int CHUNK = 200;

    /** How far down a row hangs. Own records come along when deleted, since somebody deleted them on purpose. */
    private enum Level {
        DIRECT("p", """
                mirror_row p
                where p.org_id = ? and p.account_id in (%s) and not p.absent
                and (not p.deleted or p.own_key is not null)
                """),
        CHILD("c", """
                mirror_row p
                join mirror_row c on c.org_id = p.org_id and c.parent_id = p.record_id
                where p.org_id = ? and p.account_id in (%s) and not p.deleted and not p.absent
                and not c.deleted and not c.absent
                """),
        GRANDCHILD("g", """
                mirror_row p
                join mirror_row c on c.org_id = p.org_id and c.parent_id = p.record_id
                join mirror_row g on g.org_id = c.org_id and g.parent_id = c.record_id
                where p.org_id = ? and p.account_id in (%s) and not p.deleted and not p.absent
                and not c.deleted and not c.absent and not g.deleted and not g.absent
                """);

        private final String alias;
        private final String rows;

        /** @param alias of the table whose rows are at this level */
        Level(String alias, String rows) {
            this.alias = alias;
            this.rows = rows;
        }

        String select(InList accounts, InList only) {
            String columns = Stream.of(Rows.COLUMNS.split(", "))
                    .map(column -> alias + "." + column)
                    .collect(Collectors.joining(", "));
            String ofThese = only.values().isEmpty() ? "" : "and " + alias + ".source in (" + only.places() + ")";
            return "select p.account_id as home, " + columns + " from " + rows.formatted(accounts.places()) + ofThese;
        }
    }

    private final MirroredOrg org;
    private final JdbcTemplate jdbc;
    private final Rows rows;
    private final RowSource accounts;
    private final InList only;

    /**
     * @param accounts the source of the accounts themselves
     * @param only the sources of which rows are read; all when there are none
     */
    WholeAccounts(MirroredOrg org, JdbcTemplate jdbc, Rows rows, RowSource accounts, Collection<RowSource> only) {
        this.org = org;
        this.jdbc = jdbc;
        this.rows = rows;
        this.accounts = accounts;
        this.only = new InList(only.stream().map(RowSource::value).toList());
    }

    /** Account by account in the order given, as far as they are live. */
    Stream<AccountRows> read(List<RecordId> ids) {
        return InList.of(ids, CHUNK).stream().flatMap(this::chunk);
    }

    private Stream<AccountRows> chunk(InList ids) {
        Map<String, Map<RowSource, List<MirrorRow>>> byAccount = new HashMap<>();
        Object[] parameters = Stream.of(Stream.of(org.id().value()), ids.values().stream(), only.values().stream())
                .flatMap(values -> values)
                .toArray();
        for (Level level : Level.values()) {
            jdbc.query(
                    level.select(ids, only),
                    result -> {
                        MirrorRow row = rows.mapRow(result, 0);
                        byAccount
                                .computeIfAbsent(result.getString("home"), id -> new TreeMap<>())
                                .computeIfAbsent(row.source(), source -> new ArrayList<>())
                                .add(row);
                    },
                    parameters);
        }
        byAccount.values().forEach(sources -> sources.replaceAll((source, found) -> Rows.sorted(found)));
        List<RecordId> asked = ids.values().stream().map(RecordId::of).toList();
        return org.live(accounts, asked).stream()
                .sorted(Comparator.comparing(row -> asked.indexOf(row.id())))
                .map(row -> new AccountRows(row, byAccount.getOrDefault(row.id().value(), Map.of())));
    }
}
