package io.plumbline.mirror;

import io.plumbline.crm.RecordId;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How many rows of each source of an org are live, without counting them. To be told in the transaction that changes rows, by the
 * one who reads that source. Where the number is not known, the rows are counted, and from the next change on it is.
 */
final class LiveCounts {

    private static final String COUNT =
            "select count(*) from mirror_row where org_id = ? and source = ? and not deleted and not absent";

    private final RecordId org;
    private final JdbcTemplate jdbc;

    LiveCounts(RecordId org, JdbcTemplate jdbc) {
        this.org = org;
        this.jdbc = jdbc;
    }

    long of(RowSource source) {
        List<Long> known = jdbc.queryForList(
                "select live from mirror_count where org_id = ? and source = ?",
                Long.class,
                org.value(),
                source.value());
        return known.isEmpty() ? counted(source) : known.getFirst();
    }

    /**
     * To be called once the rows are changed.
     *
     * @param more how many rows are live now that were not before, less those that were and are not
     */
    void add(RowSource source, long more) {
        int known = jdbc.update(
                "update mirror_count set live = live + ? where org_id = ? and source = ?",
                more,
                org.value(),
                source.value());
        if (known == 0) {
            put(source, counted(source));
        }
    }

    /** By counting, so that no slip lasts. */
    long anew(RowSource source) {
        long live = counted(source);
        forget(source);
        put(source, live);
        return live;
    }

    void forget(RowSource source) {
        jdbc.update("delete from mirror_count where org_id = ? and source = ?", org.value(), source.value());
    }

    private void put(RowSource source, long live) {
        jdbc.update(
                "insert into mirror_count (org_id, source, live) values (?, ?, ?)", org.value(), source.value(), live);
    }

    private long counted(RowSource source) {
        Long count = jdbc.queryForObject(COUNT, Long.class, org.value(), source.value());
        return count == null ? 0 : count;
    }
}
