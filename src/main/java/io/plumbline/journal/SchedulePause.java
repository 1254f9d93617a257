package io.plumbline.journal;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether anything may begin by itself. A pause outlasts the process and counts for every instance on the database. */
public final class SchedulePause {

    private final JdbcClient jdbc;
    private final Clock clock;

    public SchedulePause(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param who asked for it */
    public record Paused(Instant since, String who) {}

    /** Empty while the schedule goes on. */
    public Optional<Paused> now() {
        return jdbc.sql("select since, who from schedule_pause order by since limit 1")
                .query((row, number) -> new Paused(Runs.instant(row, "since"), row.getString("who")))
                .optional();
    }

    public boolean isOn() {
        return now().isPresent();
    }

    /** From now on nothing begins by itself; a run under way goes on. One who pauses what is paused changes nothing. */
    public void begin(String who) {
        if (!isOn()) {
            jdbc.sql("insert into schedule_pause (since, who) values (:since, :who)")
                    .param("since", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .param("who", who)
                    .update();
        }
    }

    public void end() {
        jdbc.sql("delete from schedule_pause").update();
    }
}
