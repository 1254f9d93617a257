package io.plumbline.mirror;

import io.plumbline.crm.RecordId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** How far each source of an org was read. Writes belong into the transaction of the rows that they speak for. */
final class Watermarks {

    private final RecordId org;
    private final JdbcTemplate jdbc;

    Watermarks(RecordId org, JdbcTemplate jdbc) {
        this.org = org;
        this.jdbc = jdbc;
    }

    Map<RowSource, Watermark> all() {
        Map<RowSource, Watermark> bySource = new TreeMap<>();
        jdbc.query(
                "select source, fingerprint, stamp, complete from mirror_watermark where org_id = ?",
                row -> {
                    bySource.put(new RowSource(row.getString("source")), watermark(row));
                },
                org.value());
        return bySource;
    }

    Optional<Watermark> find(RowSource source) {
        return jdbc
                .query(
                        "select fingerprint, stamp, complete from mirror_watermark where org_id = ? and source = ?",
                        (row, number) -> watermark(row),
                        org.value(),
                        source.value())
                .stream()
                .findFirst();
    }

    void put(RowSource source, Watermark reached) {
        remove(source);
        jdbc.update(
                "insert into mirror_watermark (org_id, source, fingerprint, stamp, complete) values (?, ?, ?, ?, ?)",
                org.value(),
                source.value(),
                reached.fingerprint(),
                Rows.moment(reached.stamp()),
                reached.complete());
    }

    void remove(RowSource source) {
        jdbc.update("delete from mirror_watermark where org_id = ? and source = ?", org.value(), source.value());
    }

    private static Watermark watermark(ResultSet row) throws SQLException {
        return new Watermark(
                row.getString("fingerprint"),
                row.getObject("stamp", OffsetDateTime.class).toInstant(),
                row.getBoolean("complete"));
    }
}
