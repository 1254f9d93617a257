package io.plumbline.journal;

import io.plumbline.crm.RecordId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The runs that stopped before writing. */
public final class Stops {

    private final JdbcClient jdbc;

    public Stops(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void record(RecordId org, Stop stop) {
        jdbc.sql("""
                insert into journal_stop (run_id, org_id, stopped_at, touched, flipped, new_tasks)
                values (:run, :org, :at, :touched, :flipped, :newTasks)
                """)
                .param("run", stop.run().value())
                .param("org", org.value())
                .param("at", OffsetDateTime.ofInstant(stop.at(), ZoneOffset.UTC))
                .param("touched", stop.touched())
                .param("flipped", stop.flipped())
                .param("newTasks", stop.newTasks())
                .update();
    }

    /** Empty when the run did not stop so, or was one over another org. */
    public Optional<Stop> find(RecordId org, RunId run) {
        return jdbc.sql("select * from journal_stop where run_id = :run and org_id = :org")
                .param("run", run.value())
                .param("org", org.value())
                .query((row, number) -> new Stop(
                        run,
                        Runs.instant(row, "stopped_at"),
                        row.getInt("touched"),
                        row.getInt("flipped"),
                        row.getInt("new_tasks")))
                .optional();
    }
}
