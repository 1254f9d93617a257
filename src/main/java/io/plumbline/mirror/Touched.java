package io.plumbline.mirror;

import io.plumbline.crm.RecordId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What became different in the mirror of one org since its accounts were last judged. Noted in the transaction that
 * stores the rows, so that a crash between reading and judging forgets nothing (trap K2).
 */
public final class Touched {

    private static final String WHOLE_SOURCE = "";

    /*
     * A touched record is an account, hangs on one, or hangs on a record that does. Deleted ones count: what they took
     * away is missed by their account.
     */
    private static final String HOMES = """
            select t.record_id, m.account_id, p.account_id as account_above from (
                    select distinct record_id from mirror_touched where org_id = ? and record_id <> '') t
                left join mirror_row m on m.record_id = t.record_id and m.org_id = ?
                left join mirror_row p on p.record_id = m.parent_id and p.org_id = ?
            """;

    private static final String ADD = """
            merge into mirror_touched t using (values (cast(? as varchar(18)), cast(? as varchar(80)), cast(? as varchar(18))))
                as r(org_id, source, record_id)
            on t.org_id = r.org_id and t.source = r.source and t.record_id = r.record_id
            when not matched then insert (org_id, source, record_id) values (r.org_id, r.source, r.record_id)
            """;

    private final RecordId org;
    private final JdbcTemplate jdbc;

    Touched(RecordId org, JdbcTemplate jdbc) {
        this.org = org;
        this.jdbc = jdbc;
    }

    /** @param recordId of the record itself, or of what it hangs on or hung on before */
    record Record(RowSource source, String recordId) {}

    /** The sources of which anything became different. */
    public Set<RowSource> sources() {
        return jdbc
                .queryForList("select distinct source from mirror_touched where org_id = ?", String.class, org.value())
                .stream()
                .map(RowSource::of)
                .collect(Collectors.toSet());
    }

    /** The sources of which so much became different that every account may be concerned. */
    public Set<RowSource> wholeSources() {
        return jdbc
                .queryForList(
                        "select source from mirror_touched where org_id = ? and record_id = ''",
                        String.class,
                        org.value())
                .stream()
                .map(RowSource::of)
                .collect(Collectors.toSet());
    }

    /** All accounts that were touched, or on which something touched hangs or hung. */
    public Set<RecordId> accounts() {
        Set<RecordId> accounts = new HashSet<>();
        jdbc.query(
                HOMES,
                row -> {
                    for (int column = 1; column <= 3; column++) {
                        Optional.ofNullable(row.getString(column))
                                .map(RecordId::of)
                                .filter(RecordId::isOfAccount)
                                .ifPresent(accounts::add);
                    }
                },
                org.value(),
                org.value(),
                org.value());
        return accounts;
    }

    /** The touched records of a source, and what they hang on or hung on. */
    public Set<String> records(RowSource source) {
        return new HashSet<>(jdbc.queryForList(
                "select record_id from mirror_touched where org_id = ? and source = ? and record_id <> ''",
                String.class,
                org.value(),
                source.value()));
    }

    /** To be called once all that was touched has been judged, and the verdicts are stored. */
    public void forget() {
        jdbc.update("delete from mirror_touched where org_id = ?", org.value());
    }

    /** Takes note of accounts that are concerned by a change elsewhere. */
    public void concerns(RowSource accounts, Collection<RecordId> concerned) {
        add(concerned.stream()
                .map(account -> new Record(accounts, account.value()))
                .toList());
    }

    /** Takes note that every account may be concerned. */
    public void concernsAll(RowSource accounts) {
        addAll(accounts);
    }

    void addAll(RowSource source) {
        add(Set.of(new Record(source, WHOLE_SOURCE)));
    }

    void add(Collection<Record> touched) {
        Set<RowSource> whole = new HashSet<>();
        touched.stream().map(Record::source).distinct().filter(this::isWhole).forEach(whole::add);
        List<Object[]> added = touched.stream()
                .filter(record -> !whole.contains(record.source()))
                .map(record -> new Object[] {org.value(), record.source().value(), record.recordId()})
                .toList();
        if (!added.isEmpty()) {
            jdbc.batchUpdate(ADD, added);
        }
    }

    private boolean isWhole(RowSource source) {
        return !jdbc.query(
                        "select record_id from mirror_touched where org_id = ? and source = ? and record_id = ?",
                        (row, number) -> row.getString(1),
                        org.value(),
                        source.value(),
                        WHOLE_SOURCE)
                .isEmpty();
    }
}
