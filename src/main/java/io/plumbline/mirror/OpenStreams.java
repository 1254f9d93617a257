package io.plumbline.mirror;

import io.plumbline.crm.RecordId;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The large answers of one org that are being read, at most one for each source. */
final class OpenStreams {

    private final RecordId org;
    private final JdbcTemplate jdbc;

    OpenStreams(RecordId org, JdbcTemplate jdbc) {
        this.org = org;
        this.jdbc = jdbc;
    }

    Optional<OpenStream> find(RowSource source) {
        return jdbc
                .query(
                        "select fingerprint, since, until, place from mirror_stream where org_id = ? and source = ?",
                        (row, number) -> new OpenStream(
                                row.getString("fingerprint"),
                                Optional.ofNullable(row.getObject("since", OffsetDateTime.class))
                                        .map(OffsetDateTime::toInstant),
                                row.getObject("until", OffsetDateTime.class).toInstant(),
                                row.getString("place")),
                        org.value(),
                        source.value())
                .stream()
                .findFirst();
    }

    void put(RowSource source, OpenStream stream) {
        remove(source);
        jdbc.update(
                "insert into mirror_stream (org_id, source, fingerprint, since, until, place) values (?, ?, ?, ?, ?, ?)",
                org.value(),
                source.value(),
                stream.fingerprint(),
                stream.from().map(Rows::moment).orElse(null),
                Rows.moment(stream.until()),
                stream.place());
    }

    void remove(RowSource source) {
        jdbc.update("delete from mirror_stream where org_id = ? and source = ?", org.value(), source.value());
    }
}
