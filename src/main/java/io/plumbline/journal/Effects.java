package io.plumbline.journal;

import io.plumbline.crm.RecordId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of every record that was sent, and what is to be remembered of tasks. */
public final class Effects {

    private final NamedParameterJdbcTemplate batches;
    private final JdbcClient jdbc;
    private final AccountsAsked asked;

    public Effects(NamedParameterJdbcTemplate database) {
        this.batches = database;
        this.jdbc = JdbcClient.create(database);
        this.asked = new AccountsAsked(jdbc);
    }

    /** Remembers one outcome, in the transaction of the caller if there is one. */
    public void record(RecordId org, Effect effect) {
        recordAll(org, List.of(effect));
    }

    /** Remembers outcomes in their order, in the transaction of the caller if there is one. */
    public void recordAll(RecordId org, List<Effect> effects) {
        batches.batchUpdate(
                """
                insert into journal_effect
                    (org_id, run_id, account_id, record_id, change_key, outcome, reason, message, payload, settled_at)
                values (:org, :run, :account, :record, :key, :outcome, :reason, :message, :payload, :settledAt)
                """, effects.stream().map(effect -> row(org, effect)).toArray(MapSqlParameterSource[]::new));
    }

    private static MapSqlParameterSource row(RecordId org, Effect effect) {
        return new MapSqlParameterSource()
                .addValue("org", org.value())
                .addValue("run", effect.run().value())
                .addValue("account", effect.account().value())
                .addValue("record", effect.record().map(RecordId::value).orElse(null))
                .addValue("key", effect.changeKey())
                .addValue("outcome", effect.outcome().name())
                .addValue("reason", storable(effect.reason()))
                .addValue("message", storable(effect.message()))
                .addValue("payload", storable(effect.payload()))
                .addValue("settledAt", OffsetDateTime.ofInstant(effect.settledAt(), ZoneOffset.UTC));
    }

    /** What one run sent, in the order in which it was settled. */
    public List<Effect> ofRun(RunId run) {
        return jdbc.sql("select * from journal_effect where run_id = :run order by id")
                .param("run", run.value())
                .query(Effects::read)
                .list();
    }

    /** A page of what one run sent, in the order in which it was settled; of one outcome or, where null, of any. */
    public List<Effect> ofRun(RunId run, Effect.@Nullable Outcome outcome, int from, int most) {
        return jdbc.sql("select * from journal_effect where run_id = :run" + where(outcome)
                        + " order by id limit :most offset :from")
                .param("run", run.value())
                .param("outcome", outcome == null ? "" : outcome.name())
                .param("most", most)
                .param("from", from)
                .query(Effects::read)
                .list();
    }

    /** How many records one run sent that ended so, or, where null, in any way. */
    public int countOfRun(RunId run, Effect.@Nullable Outcome outcome) {
        return jdbc.sql("select count(*) from journal_effect where run_id = :run" + where(outcome))
                .param("run", run.value())
                .param("outcome", outcome == null ? "" : outcome.name())
                .query(Integer.class)
                .single();
    }

    private static String where(Effect.@Nullable Outcome outcome) {
        return outcome == null ? "" : " and outcome = :outcome";
    }

    /** The last things sent for one account, the newest first. */
    public List<Effect> ofAccount(RecordId org, RecordId account, int most) {
        return jdbc.sql("""
                select * from journal_effect where org_id = :org and account_id = :account
                order by id desc limit :most
                """)
                .param("org", org.value())
                .param("account", account.value())
                .param("most", most)
                .query(Effects::read)
                .list();
    }

    /** The last change saved under each key of an account (its fields, each of its tasks), the oldest first. */
    public List<Effect> lastSaved(RecordId org, RecordId account) {
        return jdbc.sql("""
                select * from journal_effect where id in (
                    select max(id) from journal_effect
                    where org_id = :org and account_id = :account and outcome = 'OK' group by change_key)
                order by id
                """)
                .param("org", org.value())
                .param("account", account.value())
                .query(Effects::read)
                .list();
    }

    /** As {@link #lastSaved(RecordId, RecordId)} of each of some accounts, all of an account the oldest first. */
    public List<Effect> lastSaved(RecordId org, Collection<RecordId> accounts) {
        return asked.query(
                accounts,
                // Joined, since H2 would run the query behind an "in" anew for every row.
                "select e.* from (select max(l.id) as last_id",
                "join journal_effect l on l.account_id = asked_id and l.org_id = ? where l.outcome = 'OK'"
                        + " group by l.account_id, l.change_key) as last_of_key"
                        + " join journal_effect e on e.id = last_id order by e.id",
                Effects::read,
                org.value());
    }

    /**
     * Remembers tasks that were over while their theme needed nothing; those already remembered keep their day.
     *
     * @param taskKeys theirs, by the account they hang on
     */
    public void settled(RecordId org, LocalDate asOf, Map<RecordId, ? extends Collection<String>> taskKeys) {
        batches.batchUpdate(
                """
                insert into journal_settled_task (org_id, account_id, task_key, as_of)
                select :org, :account, :key, :asOf where not exists (
                    select 1 from journal_settled_task where org_id = :org and task_key = :key)
                """,
                taskKeys.entrySet().stream()
                        .flatMap(of -> of.getValue().stream()
                                .map(key -> new MapSqlParameterSource()
                                        .addValue("org", org.value())
                                        .addValue("account", of.getKey().value())
                                        .addValue("key", key)
                                        .addValue("asOf", asOf)))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /** The keys of tasks so remembered, by account. */
    public Map<RecordId, Set<String>> settledTasks(RecordId org) {
        Map<RecordId, Set<String>> byAccount = new HashMap<>();
        jdbc.sql("select account_id, task_key from journal_settled_task where org_id = :org")
                .param("org", org.value())
                .query(row -> {
                    byAccount
                            .computeIfAbsent(RecordId.of(row.getString("account_id")), account -> new HashSet<>())
                            .add(row.getString("task_key"));
                });
        return byAccount;
    }

    /** The keys of tasks of some accounts so remembered, by account. */
    public Map<RecordId, Set<String>> settledTasks(RecordId org, Collection<RecordId> accounts) {
        Map<RecordId, Set<String>> byAccount = new HashMap<>();
        asked.query(
                accounts,
                "select s.account_id, s.task_key",
                "join journal_settled_task s on s.account_id = asked_id and s.org_id = ?",
                (row, number) -> byAccount
                        .computeIfAbsent(RecordId.of(row.getString("account_id")), account -> new HashSet<>())
                        .add(row.getString("task_key")),
                org.value());
        return byAccount;
    }

    /** PostgreSQL keeps no NUL in text (trap E5). */
    private static String storable(String text) {
        return text.replace('\0', ' ');
    }

    private static Effect read(ResultSet row, int number) throws SQLException {
        return new Effect(
                new RunId(row.getLong("run_id")),
                RecordId.of(row.getString("account_id")),
                Optional.ofNullable(row.getString("record_id")).map(RecordId::of),
                row.getString("change_key"),
                Effect.Outcome.valueOf(row.getString("outcome")),
                row.getString("reason"),
                row.getString("message"),
                row.getString("payload"),
                Runs.instant(row, "settled_at"));
    }
}
