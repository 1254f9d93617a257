package io.plumbline.ops.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who signed in, who looked at which account with names, and who pressed what (trap L10). */
public final class Audit {

    private static final int LONGEST = 255;

    private final JdbcClient jdbc;
    private final Clock clock;

    public Audit(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is worth remembering. */
    public enum Deed {
        SIGNED_IN,
        LOOKED_AT,
        LISTED,
        RAN,
        PREVIEWED,
        FETCHED_PREVIEW,
        PAUSED,
        RESUMED,
        RELEASED
    }

    /** @param subject the Id or number of what it was done to, empty text for none */
    public record Entry(Instant at, String who, Deed deed, String subject) {}

    public void record(Visitor visitor, Deed deed, String subject) {
        record(visitor.name(), deed, subject);
    }

    void record(String who, Deed deed, String subject) {
        jdbc.sql("insert into console_audit (at, who, deed, subject) values (:at, :who, :deed, :subject)")
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("who", storable(who))
                .param("deed", deed.name())
                .param("subject", storable(subject))
                .update();
    }

    /** The newest first. */
    public List<Entry> latest(int from, int most) {
        return jdbc.sql("select * from console_audit order by id desc limit :most offset :from")
                .param("most", most)
                .param("from", from)
                .query(Audit::entry)
                .list();
    }

    public int count() {
        return jdbc.sql("select count(*) from console_audit")
                .query(Integer.class)
                .single();
    }

    /** Forgets what was done before a moment. */
    public int forget(Instant before) {
        return jdbc.sql("delete from console_audit where at < :before")
                .param("before", OffsetDateTime.ofInstant(before, ZoneOffset.UTC))
                .update();
    }

    private static String storable(String text) {
        String clean = text.replace('\0', ' ');
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("who"),
                Deed.valueOf(row.getString("deed")),
                row.getString("subject"));
    }
}
