package io.plumbline.mirror;

import io.plumbline.crm.RecordId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Accounts of one org with everything that hangs on them. */
final class WholeAccounts {

    /** So many accounts are read at once: few queries for many small ones, bounded memory for large ones. */
    private static final int CHUNK = 200;

    private final MirroredOrg org;
    private final JdbcTemplate jdbc;
    private final Rows rows;
    private final RowSource accounts;
    private final Set<RowSource> only;
    private final Set<RowSource> held;
    private final KindsAbove above;

    /**
     * @param accounts the source of the accounts themselves
     * @param only the sources of which rows are read, which hang on the account or on a row of one of these; all when there are
     *     none
     */
    WholeAccounts(MirroredOrg org, JdbcTemplate jdbc, Rows rows, RowSource accounts, Set<RowSource> only) {
        this.org = org;
        this.jdbc = jdbc;
        this.rows = rows;
        this.accounts = accounts;
        this.only = Set.copyOf(only);
        this.held = only.stream().filter(org::holds).collect(Collectors.toUnmodifiableSet());
        this.above = new KindsAbove(jdbc);
    }

    /** Account by account in the order given, as far as they are live. */
    Stream<AccountRows> read(List<RecordId> ids) {
        return InList.of(ids, CHUNK).stream().flatMap(this::chunk);
    }

    private Stream<AccountRows> chunk(InList ids) {
        List<RecordId> asked = ids.values().stream().map(RecordId::of).toList();
        Map<RecordId, MirrorRow> live =
                org.live(accounts, asked).stream().collect(Collectors.toMap(MirrorRow::id, Function.identity()));
        RowsOfAccounts found = new RowsOfAccounts(org.id(), jdbc, rows, only, held, above);
        found.read(ids);
        return asked.stream()
                .flatMap(id -> Stream.ofNullable(live.get(id)))
                .map(row -> new AccountRows(row, found.of(row.id())));
    }
}
