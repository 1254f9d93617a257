package io.plumbline.ops.api.admission;

import io.plumbline.crm.RecordId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which requests came before, in the database, so that a copy is known to every instance and after a new start (trap
 * L11). Forgotten once a copy would be refused for its age alone.
 */
public final class SeenRequests {

    /** A request may be so old, or so far ahead of our clock. */
    public static final Duration WINDOW = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    public SeenRequests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return whether it is the first of this name; from now on it is not */
    public boolean isFirst(RecordId org, String requestId) {
        Instant now = clock.instant();
        jdbc.sql("delete from api_request where seen_at < :before")
                .param("before", at(now.minus(WINDOW.multipliedBy(3))))
                .update();
        try {
            jdbc.sql("insert into api_request (org_id, request_id, seen_at) values (:org, :request, :now)")
                    .param("org", org.value())
                    .param("request", requestId)
                    .param("now", at(now))
                    .update();
            return true;
        } catch (DuplicateKeyException cameBefore) {
            return false;
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
