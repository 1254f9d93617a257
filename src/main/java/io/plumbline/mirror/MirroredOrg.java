package io.plumbline.mirror;

import io.plumbline.crm.FieldName;
import io.plumbline.crm.RecordId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** The mirrored rows of one org, for reading. Deleted rows do not appear unless said. */
public final class MirroredOrg {

    /** So many rows are asked for by Id at once. */
    private static final int CHUNK = 200;

    private static final int PAGE = 5000;

    /** The first four conditions are the index by account, so that nothing else is looked at. */
    static final String ON_NOTHING = "select record_id from mirror_row where account_id is null and org_id = ?"
            + " and source = ? and parent_id is null and not deleted and not absent";

    private final RecordId org;
    private final JdbcTemplate jdbc;
    private final Rows rows = new Rows();

    MirroredOrg(RecordId org, JdbcTemplate jdbc) {
        this.org = org;
        this.jdbc = jdbc;
    }

    RecordId id() {
        return org;
    }

    /** All live rows of a source, in the order of their Ids; for small ones, such as users, products and currencies. */
    public List<MirrorRow> rows(RowSource source) {
        List<MirrorRow> found = jdbc.query(
                "select " + Rows.COLUMNS
                        + " from mirror_row where org_id = ? and source = ? and not deleted and not absent",
                rows,
                org.value(),
                source.value());
        return Rows.sorted(found);
    }

    /**
     * Visits all live rows of a source one by one, in no particular order, holding some thousand of them at a time. Each page
     * is asked for in the order of the whole index: by Id alone, H2 would sort all the rows that are left for every page.
     */
    public void each(RowSource source, Consumer<MirrorRow> visitor) {
        String after = "";
        List<MirrorRow> page;
        do {
            page = jdbc.query(
                    "select " + Rows.COLUMNS + " from mirror_row where org_id = ? and source = ? and record_id > ?"
                            + " and not deleted and not absent order by org_id, source, record_id limit " + PAGE,
                    rows,
                    org.value(),
                    source.value(),
                    after);
            page.forEach(visitor);
            after = page.isEmpty() ? after : page.getLast().id().value();
        } while (page.size() == PAGE);
    }

    /** The rows with these Ids, deleted ones included. */
    public List<MirrorRow> rows(RowSource source, Collection<RecordId> ids) {
        return byId(source, ids, "");
    }

    /** The live rows among those with these Ids, in order. */
    public List<MirrorRow> live(RowSource source, Collection<RecordId> ids) {
        return byId(source, ids, " where not deleted and not absent");
    }

    /** The live rows of a source that hang on one of these, in order. */
    public List<MirrorRow> below(RowSource source, Collection<RecordId> parents) {
        List<MirrorRow> found = new ArrayList<>();
        for (InList chunk : InList.of(parents, CHUNK)) {
            found.addAll(jdbc.query(
                    "select " + Rows.COLUMNS + " from mirror_row where org_id = ? and source = ? and parent_id in ("
                            + chunk.places() + ") and not deleted and not absent",
                    rows,
                    chunk.after(org.value(), source.value())));
        }
        return Rows.sorted(found);
    }

    private List<MirrorRow> byId(RowSource source, Collection<RecordId> ids, String condition) {
        List<MirrorRow> found = new ArrayList<>();
        for (InList chunk : InList.of(ids, CHUNK)) {
            found.addAll(jdbc.query(
                    "select " + Rows.COLUMNS + " from " + chunk.rowsById() + condition,
                    rows,
                    chunk.before(org.value(), source.value())));
        }
        return Rows.sorted(found);
    }

    /** The accounts on which live rows of a source hang directly. */
    public Set<RecordId> homesOf(RowSource source) {
        return jdbc
                .queryForList(
                        "select distinct account_id from mirror_row where org_id = ? and source = ? and not deleted"
                                + " and not absent and account_id is not null",
                        String.class,
                        org.value(),
                        source.value())
                .stream()
                .map(RecordId::of)
                .collect(Collectors.toSet());
    }

    /** Whether a source has any live row. */
    public boolean hasAny(RowSource source) {
        return !jdbc.queryForList(
                        "select record_id from mirror_row where org_id = ? and source = ? and not deleted and not absent"
                                + " limit 1",
                        String.class,
                        org.value(),
                        source.value())
                .isEmpty();
    }

    /** Whether there is any row of a source, live or not. */
    boolean holds(RowSource source) {
        return !jdbc.queryForList(
                        "select record_id from mirror_row where org_id = ? and source = ? limit 1",
                        String.class,
                        org.value(),
                        source.value())
                .isEmpty();
    }

    /** Whether a source has been read to its end, so that what is not here is not there. */
    public boolean isComplete(RowSource source) {
        Integer complete = jdbc.queryForObject(
                "select count(*) from mirror_watermark where org_id = ? and source = ? and complete",
                Integer.class,
                org.value(),
                source.value());
        return complete != null && complete > 0;
    }

    /** What the integration user could not see at the last extraction, in the order of source and field. */
    public List<Gap> gaps() {
        return jdbc.query(
                "select source, field, reason from mirror_gap where org_id = ? order by source, field",
                (row, number) -> new Gap(
                        RowSource.of(row.getString("source")),
                        Optional.of(row.getString("field"))
                                .filter(field -> !field.isEmpty())
                                .map(FieldName::of),
                        row.getString("reason")),
                org.value());
    }

    /** The Ids of the live rows of a source, in order. */
    public List<RecordId> ids(RowSource source) {
        return ids(
                "select record_id from mirror_row where org_id = ? and source = ? and not deleted and not absent",
                source);
    }

    /** Visits Id and stamp of all live rows of a source, in no particular order; both stand in the index. */
    public void eachStamp(RowSource source, BiConsumer<RecordId, Instant> visitor) {
        String[] after = {""};
        int[] visited = {PAGE};
        while (visited[0] == PAGE) {
            visited[0] = 0;
            jdbc.query(
                    "select record_id, stamp from mirror_row where org_id = ? and source = ? and record_id > ?"
                            + " and not deleted and not absent order by org_id, source, record_id limit " + PAGE,
                    row -> {
                        after[0] = row.getString("record_id");
                        visited[0]++;
                        visitor.accept(
                                RecordId.of(after[0]),
                                row.getObject("stamp", OffsetDateTime.class).toInstant());
                    },
                    org.value(),
                    source.value(),
                    after[0]);
        }
    }

    /** The stamps of these rows as far as they are live here, by Id. */
    public Map<RecordId, Instant> stamps(RowSource source, Collection<RecordId> ids) {
        Map<RecordId, Instant> stamps = new HashMap<>();
        for (InList chunk : InList.of(ids, CHUNK)) {
            jdbc.query(
                    "select record_id, stamp from " + chunk.rowsById() + " where not deleted and not absent",
                    row -> {
                        stamps.put(
                                RecordId.of(row.getString("record_id")),
                                row.getObject("stamp", OffsetDateTime.class).toInstant());
                    },
                    chunk.before(org.value(), source.value()));
        }
        return stamps;
    }

    /** How many rows of a source the org once showed and shows no longer, although nobody saw them deleted. */
    public long outOfSight(RowSource source) {
        Long count = jdbc.queryForObject(
                "select count(*) from mirror_row where org_id = ? and source = ? and absent",
                Long.class,
                org.value(),
                source.value());
        return count == null ? 0 : count;
    }

    /** How many live rows a source has. */
    public long count(RowSource source) {
        return new LiveCounts(org, jdbc).of(source);
    }

    /**
     * The live rows of these sources that hang on nothing, and so will never reach a dossier, in order.
     *
     * @return only sources that have such rows
     */
    public Map<RowSource, List<RecordId>> withoutAccount(Collection<RowSource> sources) {
        Map<RowSource, List<RecordId>> found = new HashMap<>();
        for (RowSource source : sources) {
            List<RecordId> ids = ids(ON_NOTHING, source);
            if (!ids.isEmpty()) {
                found.put(source, ids);
            }
        }
        return found;
    }

    /**
     * The live rows of a source that hang directly on an account that was deleted.
     *
     * @param accounts the source of the accounts
     * @param since accounts that were deleted earlier are passed over
     */
    public List<RecordId> hangingOnDeleted(RowSource accounts, Instant since, RowSource source) {
        return ids(
                "select m.record_id from mirror_row a join mirror_row m on m.org_id = a.org_id"
                        + " and m.account_id = a.record_id where a.org_id = ? and a.source = ? and a.deleted"
                        + " and a.stamp >= ? and m.source = ? and not m.deleted and not m.absent",
                org.value(),
                accounts.value(),
                Rows.moment(since),
                source.value());
    }

    private List<RecordId> ids(String select, RowSource source) {
        return ids(select, org.value(), source.value());
    }

    private List<RecordId> ids(String select, Object... parameters) {
        return jdbc.queryForList(select, String.class, parameters).stream()
                .map(RecordId::of)
                .sorted()
                .toList();
    }

    /**
     * Everything that hangs on each of these accounts, account by account in the order given; what is held at any time
     * is a chunk of them. An account that is not among the live rows of {@code accounts} is passed over.
     */
    public Stream<AccountRows> accounts(RowSource accounts, List<RecordId> ids) {
        return accounts(accounts, ids, Set.of());
    }

    /**
     * As {@link #accounts(RowSource, List)}, with the rows of these sources alone, as far as they hang on the account or on a row of
     * one of these; of all when there are none.
     */
    public Stream<AccountRows> accounts(RowSource accounts, List<RecordId> ids, Set<RowSource> only) {
        return new WholeAccounts(this, jdbc, rows, accounts, only).read(ids);
    }
}
