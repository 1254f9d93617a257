package io.plumbline.journal;

import io.plumbline.crm.RecordId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** The log of runs. */
public final class Runs {

    private static final String NO_LONGER_RUNNING = "The process ended before the run did. What it had sent stands; the"
            + " next run plans anew from what Salesforce holds.";

    private final JdbcClient jdbc;
    private final Clock clock;

    public Runs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Opens a run. */
    public RunId begin(RecordId org, LocalDate asOf, boolean dryRun) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into journal_run (org_id, as_of, dry_run, state, started_at, accounts_judged, accounts_touched,
                    fields_written, tasks_created, tasks_updated, tasks_closed, sent, ok, refused, unknown_outcomes,
                    held, api_calls, summary)
                values (:org, :asOf, :dryRun, 'RUNNING', :now, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, '')
                """)
                .param("org", org.value())
                .param("asOf", asOf)
                .param("dryRun", dryRun)
                .param("now", now())
                .update(key, "id");
        return new RunId(Optional.ofNullable(key.getKey()).orElseThrow().longValue());
    }

    /** Closes a run with what it did. */
    public void finish(RunId run, Run.State state, RunCounters counters, String summary) {
        jdbc.sql("""
                update journal_run set state = :state, finished_at = :now, accounts_judged = :judged,
                    accounts_total = :accounts,
                    accounts_touched = :touched, fields_written = :fields, tasks_created = :created,
                    tasks_updated = :updated, tasks_closed = :closed, sent = :sent, ok = :ok, refused = :refused,
                    unknown_outcomes = :unknown, held = :held, api_calls = :calls, summary = :summary
                where id = :run
                """)
                .param("state", state.name())
                .param("now", now())
                .param("judged", counters.judged())
                .param("accounts", counters.accounts())
                .param("touched", counters.touched())
                .param("fields", counters.fieldsWritten())
                .param("created", counters.tasksCreated())
                .param("updated", counters.tasksUpdated())
                .param("closed", counters.tasksClosed())
                .param("sent", counters.sent())
                .param("ok", counters.ok())
                .param("refused", counters.refused())
                .param("unknown", counters.unknown())
                .param("held", counters.held())
                .param("calls", counters.apiCalls())
                .param("summary", summary)
                .param("run", run.value())
                .update();
    }

    /** Calls that the runs of an org made, of those that began within so much time before now; a killed one told none. */
    public long callsWithin(RecordId org, Duration time) {
        return jdbc.sql(
                        "select coalesce(sum(api_calls), 0) from journal_run where org_id = :org and started_at > :from")
                .param("org", org.value())
                .param("from", now().minus(time))
                .query(Long.class)
                .single();
    }

    /**
     * Closes the runs of an org that a killed process left open, as failed.
     *
     * @return how many there were
     */
    public int closeAbandoned(RecordId org) {
        return jdbc.sql("""
                update journal_run set state = 'FAILED', finished_at = :now, summary = :summary
                where org_id = :org and state = 'RUNNING'
                """)
                .param("now", now())
                .param("summary", NO_LONGER_RUNNING)
                .param("org", org.value())
                .update();
    }

    /** When the last run of an org ended that did all it had to and wrote it; empty when none ever did. */
    public Optional<Instant> lastComplete(RecordId org) {
        return jdbc.sql("""
                select finished_at from journal_run where org_id = :org and state = 'COMPLETE' and not dry_run
                order by id desc limit 1
                """)
                .param("org", org.value())
                .query((row, number) -> instant(row, "finished_at"))
                .optional();
    }

    /** The last run of an org that came to its end and was allowed to write; empty when there is none. */
    public Optional<Run> lastThatWrote(RecordId org) {
        return jdbc.sql("""
                select * from journal_run
                where org_id = :org and state in ('COMPLETE', 'PARTIAL') and not dry_run order by id desc limit 1
                """).param("org", org.value()).query(Runs::read).optional();
    }

    public Optional<Run> find(RunId run) {
        return jdbc.sql("select * from journal_run where id = :run")
                .param("run", run.value())
                .query(Runs::read)
                .optional();
    }

    /** The runs of an org, the newest first. */
    public List<Run> latest(RecordId org, int most) {
        return jdbc.sql("select * from journal_run where org_id = :org order by id desc limit :most")
                .param("org", org.value())
                .param("most", most)
                .query(Runs::read)
                .list();
    }

    /** Runs of an org that are older than one, the newest first. */
    public List<Run> before(RecordId org, RunId run, int most) {
        return jdbc.sql("select * from journal_run where org_id = :org and id < :run order by id desc limit :most")
                .param("org", org.value())
                .param("run", run.value())
                .param("most", most)
                .query(Runs::read)
                .list();
    }

    /** The org that the last run was about; empty when none ever began. */
    public Optional<RecordId> latestOrg() {
        return jdbc.sql("select org_id from journal_run order by id desc limit 1")
                .query((row, number) -> RecordId.of(row.getString("org_id")))
                .optional();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Run read(ResultSet row, int number) throws SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Run(
                new RunId(row.getLong("id")),
                RecordId.of(row.getString("org_id")),
                row.getObject("as_of", LocalDate.class),
                row.getBoolean("dry_run"),
                Run.State.valueOf(row.getString("state")),
                instant(row, "started_at"),
                Optional.ofNullable(finished).map(OffsetDateTime::toInstant),
                new RunCounters(
                        row.getInt("accounts_judged"),
                        row.getInt("accounts_total"),
                        row.getInt("accounts_touched"),
                        row.getInt("fields_written"),
                        row.getInt("tasks_created"),
                        row.getInt("tasks_updated"),
                        row.getInt("tasks_closed"),
                        row.getInt("sent"),
                        row.getInt("ok"),
                        row.getInt("refused"),
                        row.getInt("unknown_outcomes"),
                        row.getInt("held"),
                        row.getLong("api_calls")),
                row.getString("summary"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
