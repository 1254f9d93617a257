package io.plumbline.mirror;

import io.plumbline.crm.RecordId;
import io.plumbline.mirror.content.FieldValues;
import io.plumbline.mirror.content.FieldWriter;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes rows, and takes note of every record that became different by it, so that its account is judged again. */
final class RowStore {

    /*
     * A row is replaced by one that is not older (trap C10), and a tombstone by any live sighting (trap G4). A row that
     * says the same again is left alone, since every window overlaps the one before it. What was taken away of a deleted
     * record stays away, although the recycle bin still has it.
     */
    private static final String UPSERT = """
            merge into mirror_row m using (values (cast(? as varchar(18)), cast(? as varchar(80)), cast(? as varchar(18)),
                cast(? as varchar(80)), cast(? as varchar(18)), cast(? as varchar(18)),
                cast(? as timestamp(3) with time zone), cast(? as boolean), cast(? as varchar(255)),
                cast(? as text)))
                as r(org_id, source, record_id, object, account_id, parent_id, stamp, deleted, own_key, content)
            on m.org_id = r.org_id and m.source = r.source and m.record_id = r.record_id
            when matched and (r.stamp >= m.stamp or ((m.deleted or m.absent) and not r.deleted))
                and (r.stamp <> m.stamp or r.deleted <> m.deleted or m.absent
                    or (r.content <> m.content and not (r.deleted and m.content = '{}'))
                    or r.account_id is distinct from m.account_id or r.parent_id is distinct from m.parent_id
                    or r.own_key is distinct from m.own_key)
                then update set object = r.object, account_id = r.account_id, parent_id = r.parent_id,
                    stamp = r.stamp, deleted = r.deleted, absent = false, own_key = r.own_key,
                    content = case when r.deleted and m.content = '{}' then m.content else r.content end
            when not matched then insert
                (org_id, source, record_id, object, account_id, parent_id, stamp, deleted, own_key, content)
                values (r.org_id, r.source, r.record_id, r.object, r.account_id, r.parent_id, r.stamp, r.deleted,
                    r.own_key, r.content)
            """;

    private static final int[] UPSERT_TYPES = {
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.TIMESTAMP_WITH_TIMEZONE,
        Types.BOOLEAN,
        Types.VARCHAR
    };

    private static final int CHUNK = 500;

    private final JdbcTemplate jdbc;
    private final FieldValues values = new FieldValues();

    RowStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Stores rows of one source and takes note that so much of it became different that all is judged again.
     *
     * @param live how many of the rows are not deleted
     */
    void storeUntold(RecordId org, RowSource source, NewRows page, long live) {
        new Touched(org, jdbc).addAll(source);
        List<MirrorRow> known = page.putUnlessThere();
        Set<String> oldNames = new HashSet<>();
        long more = live;
        if (!known.isEmpty()) {
            Map<String, Held> before = held(org, known);
            for (MirrorRow row : known) {
                Held old = before.get(row.id().value());
                if (old != null) {
                    oldNames.addAll(namesLost(row, old));
                }
                more -= row.deleted() ? 0 : 1;
            }
            upsert(org, known);
            more += liveMore(known, before);
        }
        new LiveCounts(org, jdbc).add(source, more);
        remember(org, oldNames);
    }

    /** How many more are live with these rows than were before, as {@link #UPSERT} decides it. */
    private static long liveMore(List<MirrorRow> rows, Map<String, Held> before) {
        Map<String, Instant> live = new HashMap<>();
        before.forEach((id, held) -> {
            if (!held.deleted() && !held.absent()) {
                live.put(id, held.stamp());
            }
        });
        int were = live.size();
        for (MirrorRow row : rows) {
            String id = row.id().value();
            Instant seen = live.get(id);
            if (!row.deleted()) {
                live.put(id, seen == null || row.stamp().isAfter(seen) ? row.stamp() : seen);
            } else if (seen != null && !row.stamp().isBefore(seen)) {
                live.remove(id);
            }
        }
        return live.size() - were;
    }

    private void upsert(RecordId org, List<MirrorRow> page) {
        FieldWriter writer = new FieldWriter();
        List<@Nullable Object[]> parameters = new ArrayList<>(page.size());
        page.forEach(row -> parameters.add(Rows.parameters(org, row, writer)));
        jdbc.batchUpdate(UPSERT, parameters, UPSERT_TYPES);
    }

    /** Stores rows of one source; those that say something new are noted as touched, with what they hung on before. */
    void store(RecordId org, List<MirrorRow> page) {
        if (page.isEmpty()) {
            return;
        }
        Map<String, Held> before = held(org, page);
        upsert(org, page);
        Set<Touched.Record> touched = new HashSet<>();
        Set<String> oldNames = new HashSet<>();
        FieldWriter writer = new FieldWriter();
        for (MirrorRow row : page) {
            Held now = Held.of(row, writer);
            Held old = before.get(row.id().value());
            if (old == null || !now.saysTheSame(old)) {
                now.homes(row, touched);
                if (old != null) {
                    old.homes(row, touched);
                    oldNames.addAll(namesLost(row, old));
                }
            }
        }
        new Touched(org, jdbc).add(touched);
        new LiveCounts(org, jdbc).add(page.getFirst().source(), liveMore(page, before));
        remember(org, oldNames);
    }

    /** Somebody who was anonymised, or goes by another name now, is to be found by the old one nowhere. */
    private Set<String> namesLost(MirrorRow row, Held old) {
        if (!isPerson(row)) {
            return Set.of();
        }
        Set<String> lost = new HashSet<>(PersonNames.of(values.read(old.content())));
        lost.removeAll(PersonNames.of(row.record().fields()));
        return lost;
    }

    private static boolean isPerson(MirrorRow row) {
        return PersonNames.OBJECTS.contains(row.record().object().value());
    }

    private void remember(RecordId org, Set<String> oldNames) {
        for (String name : oldNames) {
            jdbc.update("""
                    insert into mirror_old_name (org_id, name) select ?, ? where not exists (
                        select 1 from mirror_old_name where org_id = ? and name = ?)
                    """, org.value(), name, org.value(), name);
        }
    }

    /**
     * Puts rows out of sight: the org shows them no longer, and nobody saw them deleted (trap G5).
     *
     * @return how many were live before
     */
    int hide(RecordId org, RowSource source, Collection<RecordId> ids) {
        int hidden = 0;
        Set<Touched.Record> touched = new HashSet<>();
        for (RecordId id : ids) {
            touched.add(new Touched.Record(source, id.value()));
            hidden += jdbc.update(
                    "update mirror_row set absent = true where org_id = ? and source = ? and record_id = ?"
                            + " and not deleted and not absent",
                    org.value(),
                    source.value(),
                    id.value());
        }
        new Touched(org, jdbc).add(touched);
        if (hidden > 0) {
            new LiveCounts(org, jdbc).add(source, -hidden);
        }
        return hidden;
    }

    private Map<String, Held> held(RecordId org, List<MirrorRow> page) {
        String source = page.getFirst().source().value();
        Map<String, Held> held = new HashMap<>();
        for (InList chunk : InList.of(page.stream().map(MirrorRow::id).toList(), CHUNK)) {
            jdbc.query(
                    "select record_id, account_id, parent_id, deleted, absent, stamp, content from " + chunk.rowsById(),
                    row -> {
                        held.put(
                                row.getString("record_id"),
                                new Held(
                                        row.getString("account_id"),
                                        row.getString("parent_id"),
                                        row.getBoolean("deleted"),
                                        row.getBoolean("absent"),
                                        row.getObject("stamp", OffsetDateTime.class)
                                                .toInstant(),
                                        row.getString("content")));
                    },
                    chunk.before(org.value(), source));
        }
        return held;
    }

    /** What of a row decides whether its account is to be judged again; its stamp alone does not. */
    private record Held(
            @Nullable String account,
            @Nullable String parent,
            boolean deleted,
            boolean absent,
            Instant stamp,
            String content) {

        static Held of(MirrorRow row, FieldWriter writer) {
            return new Held(
                    row.accountId().map(RecordId::value).orElse(null),
                    row.parentId().map(RecordId::value).orElse(null),
                    row.deleted(),
                    false,
                    row.stamp(),
                    writer.text(row.record().fields()));
        }

        boolean saysTheSame(Held other) {
            return Objects.equals(account, other.account)
                    && Objects.equals(parent, other.parent)
                    && deleted == other.deleted
                    && absent == other.absent
                    && content.equals(other.content);
        }

        void homes(MirrorRow row, Set<Touched.Record> touched) {
            Stream.of(account, parent, row.id().value())
                    .filter(Objects::nonNull)
                    .forEach(id -> touched.add(new Touched.Record(row.source(), id)));
        }
    }
}
