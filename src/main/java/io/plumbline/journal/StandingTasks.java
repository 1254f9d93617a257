package io.plumbline.journal;

import io.plumbline.crm.RecordId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What the accounts of an org want and have of our tasks, person by person. */
public final class StandingTasks {

    private final NamedParameterJdbcTemplate jdbc;

    StandingTasks(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(RecordId org, Collection<Standing> standings) {
        List<MapSqlParameterSource> has = new ArrayList<>();
        List<MapSqlParameterSource> wants = new ArrayList<>();
        for (Standing standing : standings) {
            standing.tasks().forEach(task -> has.add(row(org, task)));
            standing.wanted().forEach(wanted -> wants.add(row(org, wanted)));
        }
        jdbc.batchUpdate("""
                insert into journal_standing_task (account_id, org_id, task_key, owner_id, is_open, created_at)
                values (:account, :org, :key, :owner, :open, :createdAt)
                """, has.toArray(MapSqlParameterSource[]::new));
        jdbc.batchUpdate("""
                insert into journal_wanted_task (account_id, org_id, task_key, owner_id, attention, due_on, payload)
                values (:account, :org, :key, :owner, :attention, :due, :payload)
                """, wants.toArray(MapSqlParameterSource[]::new));
    }

    private static MapSqlParameterSource row(RecordId org, StandingTask task) {
        return new MapSqlParameterSource(Standings.org(org))
                .addValue("account", task.account().value())
                .addValue("key", task.key())
                .addValue("owner", task.owner().map(RecordId::value).orElse(null))
                .addValue("open", task.open())
                .addValue(
                        "createdAt",
                        task.createdAt()
                                .map(at -> OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                                .orElse(null));
    }

    private static MapSqlParameterSource row(RecordId org, Standing.Wanted.InFull full) {
        Standing.Wanted wanted = full.wanted();
        return new MapSqlParameterSource(Standings.org(org))
                .addValue("account", wanted.account().value())
                .addValue("key", wanted.taskKey())
                .addValue("owner", wanted.owner().value())
                .addValue("attention", wanted.attention())
                .addValue("due", wanted.due())
                .addValue("payload", full.payload());
    }

    /** Everybody for whom an account asks for a task. */
    public Set<RecordId> wantedFor(RecordId org) {
        return new HashSet<>(jdbc.query(
                "select distinct owner_id from journal_wanted_task where org_id = :org",
                Standings.org(org),
                (row, number) -> RecordId.of(row.getString("owner_id"))));
    }

    /** The tasks that accounts ask for on behalf of these people. */
    public List<Standing.Wanted> wanted(RecordId org, Collection<RecordId> people) {
        return ofPeople(
                org,
                people,
                "select account_id, task_key, owner_id, attention, due_on from journal_wanted_task",
                (row, number) -> new Standing.Wanted(
                        RecordId.of(row.getString("account_id")),
                        row.getString("task_key"),
                        RecordId.of(row.getString("owner_id")),
                        row.getDouble("attention"),
                        row.getObject("due_on", LocalDate.class)));
    }

    /**
     * The change that would make a task.
     *
     * @throws java.util.NoSuchElementException when no account asks for it
     */
    public String payload(RecordId org, Standing.Wanted wanted) {
        return jdbc.queryForList(
                        "select payload from journal_wanted_task"
                                + " where account_id = :account and task_key = :key and org_id = :org",
                        Map.of(
                                "account", wanted.account().value(),
                                "key", wanted.taskKey(),
                                "org", org.value()),
                        String.class)
                .getFirst();
    }

    /** The tasks that these people have. */
    public List<StandingTask> of(RecordId org, Collection<RecordId> people) {
        return ofPeople(org, people, "select * from journal_standing_task", (row, number) -> read(row));
    }

    /** The tasks with such keys, whoever has them. */
    public List<StandingTask> withKeysLike(RecordId org, String pattern) {
        return jdbc.query(
                "select * from journal_standing_task where org_id = :org and task_key like :pattern",
                new MapSqlParameterSource(Standings.org(org)).addValue("pattern", pattern),
                (row, number) -> read(row));
    }

    private <T> List<T> ofPeople(RecordId org, Collection<RecordId> people, String select, RowMapper<T> mapper) {
        List<T> found = new ArrayList<>();
        for (List<String> some : Portions.of(people)) {
            found.addAll(jdbc.query(
                    select + " where owner_id in (:people) and org_id = :org",
                    Map.of("people", some, "org", org.value()),
                    mapper));
        }
        return found;
    }

    private static StandingTask read(ResultSet row) throws SQLException {
        return new StandingTask(
                RecordId.of(row.getString("account_id")),
                row.getString("task_key"),
                Optional.ofNullable(row.getString("owner_id")).map(RecordId::of),
                row.getBoolean("is_open"),
                Optional.ofNullable(row.getObject("created_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
