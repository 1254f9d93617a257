package io.plumbline.mirror;

import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.mirror.content.FieldValues;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Records of one org that are deleted there or no longer shown, and names that people no longer go by. Their traces stay
 * for as long as {@code retention.deletedDays} says, since a record may come back, and are then taken away for good.
 * Writes join the transaction of the caller.
 */
public final class GoneRecords {

    /** What is left of a record whose content was taken away. */
    private static final String NOTHING = "{}";

    private final RecordId org;
    private final JdbcTemplate jdbc;
    private final FieldValues values = new FieldValues();

    GoneRecords(RecordId org, JdbcTemplate jdbc) {
        this.org = org;
        this.jdbc = jdbc;
    }

    /**
     * A record as the mirror holds it.
     *
     * @param live whether the org shows it
     * @param names words that a person is recognised by; none for what is no person
     */
    public record Traced(RowSource source, ObjectName object, RecordId id, boolean live, Set<String> names) {

        public Traced {
            names = Set.copyOf(names);
        }
    }

    /**
     * Takes note of what is gone now and was not before, and of what came back. Which rows are gone stands in the index by
     * source, so none of them is read for it.
     */
    public void notice(Instant now) {
        jdbc.update("""
                delete from mirror_gone g where g.org_id = ? and not exists (
                    select 1 from mirror_row m where m.record_id = g.record_id and m.source = g.source
                        and m.org_id = g.org_id and (m.deleted or m.absent))
                """, org.value());
        List<String> sources =
                jdbc.queryForList("select source from mirror_watermark where org_id = ?", String.class, org.value());
        for (String source : sources) {
            jdbc.update("""
                    insert into mirror_gone (org_id, source, record_id, since)
                    select m.org_id, m.source, m.record_id, cast(? as timestamp(3) with time zone) from mirror_row m
                    where m.org_id = ? and m.source = ? and (m.deleted or m.absent) and not exists (
                        select 1 from mirror_gone g where g.org_id = m.org_id and g.source = m.source
                            and g.record_id = m.record_id)
                    """, Rows.moment(now), org.value(), source);
        }
    }

    /** Records that were noticed as gone before a moment, and of which there still is something. */
    public List<Traced> before(Instant moment) {
        return traced(
                "mirror_gone g join mirror_row m on m.record_id = g.record_id and m.source = g.source and m.org_id = g.org_id",
                "g.org_id = ? and g.since < ? and m.content <> ?",
                Rows.moment(moment),
                NOTHING);
    }

    /** A record in every source it stands in; none when the mirror knows nothing of it. */
    public List<Traced> of(RecordId id) {
        return traced("mirror_row m", "m.org_id = ? and m.record_id = ?", id.value());
    }

    /** Leaves of a record that it was there and went. */
    public void empty(Collection<RecordId> ids) {
        for (RecordId id : ids) {
            jdbc.update(
                    "update mirror_row set content = ? where org_id = ? and record_id = ?",
                    NOTHING,
                    org.value(),
                    id.value());
        }
    }

    /** Leaves nothing of a record that the org still shows, so that the next reading asks the org what there is of it. */
    public void remove(Traced live) {
        jdbc.update(
                "delete from mirror_row where org_id = ? and source = ? and record_id = ?",
                org.value(),
                live.source().value(),
                live.id().value());
        new LiveCounts(org, jdbc).forget(live.source());
        jdbc.update(
                "delete from mirror_reconciled where org_id = ? and source = ?",
                org.value(),
                live.source().value());
    }

    /** Names that people no longer go by, as reading noticed them. */
    public Set<String> oldNames() {
        return Set.copyOf(
                jdbc.queryForList("select name from mirror_old_name where org_id = ?", String.class, org.value()));
    }

    /** They are to be found nowhere any longer, here neither. */
    public void forgetOldNames(Collection<String> names) {
        for (String name : names) {
            jdbc.update("delete from mirror_old_name where org_id = ? and lower(name) = lower(?)", org.value(), name);
        }
    }

    /** @param where what they meet; its first parameter is the org */
    private List<Traced> traced(String rows, String where, Object... parameters) {
        Object[] all = new Object[parameters.length + 1];
        all[0] = org.value();
        System.arraycopy(parameters, 0, all, 1, parameters.length);
        return jdbc.query(
                "select m.source, m.object, m.record_id, m.deleted, m.absent, m.content from " + rows + " where "
                        + where + " order by m.record_id, m.source",
                (row, number) -> {
                    String object = row.getString("object");
                    return new Traced(
                            RowSource.of(row.getString("source")),
                            ObjectName.of(object),
                            RecordId.of(row.getString("record_id")),
                            !row.getBoolean("deleted") && !row.getBoolean("absent"),
                            PersonNames.OBJECTS.contains(object)
                                    ? PersonNames.of(values.read(row.getString("content")))
                                    : Set.of());
                },
                all);
    }
}
