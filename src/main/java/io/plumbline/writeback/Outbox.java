package io.plumbline.writeback;

import io.plumbline.change.Change;
import io.plumbline.change.ChangeJson;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.WriteOutcome;
import io.plumbline.writeback.lease.Lease;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The table in which every change stands before it is sent and is settled after.
 *
 * <pre>
 *   PLANNED -> SENT -> DONE | REFUSED | UNKNOWN
 *      '-> HELD (in quarantine, or the run had to stop, or ended, before it was sent)
 * </pre>
 *
 * <p>A row is one change of one run: recording it again changes nothing. A row that says SENT after a crash may or may
 * not have been committed, and needs no repair (traps F1, K1): {@link #closeAbandoned} settles it as unknown, and the
 * next run reads what Salesforce holds and plans from that. Should the read be older than the commit, the same change
 * is planned again and ends in the same state: a field update by Id writes the same values, and a task is upserted by
 * the same key, which the org keeps unique.
 */
public final class Outbox {

    /** So many rows are handed to the database, and to whoever listens, at once. */
    private static final int TOGETHER = 500;

    private static final String ROW = "org_id = :org and run_id = :run and change_key = :key";

    private final NamedParameterJdbcTemplate jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final StepWatch watch;

    public Outbox(NamedParameterJdbcTemplate jdbc, TransactionOperations transaction, Clock clock, StepWatch watch) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.watch = watch;
    }

    /** Where a change stands. */
    public enum State {
        PLANNED,
        SENT,
        DONE,
        REFUSED,
        UNKNOWN,
        HELD
    }

    /** Records changes before anything is sent, all or none. */
    public void plan(Lease lease, long run, Collection<? extends Change> changes) {
        if (!changes.isEmpty()) {
            fenced(lease, StepWatch.Step.RECORD, () -> jdbc.batchUpdate("""
                    insert into outbox (org_id, run_id, change_key, account_id, state, attempts, payload, message,
                        changed_at, lane, size)
                    select :org, :run, :key, :account, 'PLANNED', 0, :payload, '', :now, :lane, :size where not exists (
                        select 1 from outbox where org_id = :org and run_id = :run and change_key = :key)
                    """, payloads(lease.org(), run, changes)));
        }
    }

    /** Forgets the plan of a run of which nothing is to be sent after all. */
    public void withdraw(Lease lease, long run) {
        transaction.executeWithoutResult(status -> {
            lease.fence();
            jdbc.update(
                    "delete from outbox where org_id = :org and run_id = :run and state = 'PLANNED'",
                    Map.of("org", lease.org().value(), "run", run));
        });
    }

    /** The changes of a run that are recorded and not sent. */
    List<Recorded> planned(RecordId org, long run) {
        return jdbc.query(
                "select lane, account_id, change_key, size from outbox"
                        + " where org_id = :org and run_id = :run and state = 'PLANNED'",
                Map.of("org", org.value(), "run", run),
                (row, number) -> new Recorded(
                        Lanes.Lane.valueOf(row.getString("lane")),
                        RecordId.of(row.getString("account_id")),
                        row.getString("change_key"),
                        row.getInt("size")));
    }

    /** What these changes say, in their order. */
    List<Change> read(RecordId org, long run, List<Recorded> changes) {
        List<Change> read = new ArrayList<>(changes.size());
        jdbc.getJdbcOperations()
                .execute(
                        "select payload from outbox where org_id = ? and run_id = ? and change_key = ?",
                        (PreparedStatementCallback<Boolean>) select -> {
                            select.setString(1, org.value());
                            select.setLong(2, run);
                            for (Recorded change : changes) {
                                select.setString(3, change.key());
                                read.add(payload(select, change));
                            }
                            return true;
                        });
        return read;
    }

    private static Change payload(PreparedStatement select, Recorded change) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("The change " + change.key() + " is not in the outbox any more");
            }
            return ChangeJson.read(row.getString(1));
        }
    }

    /** How many changes of a run stand in a state. */
    public int count(RecordId org, long run, State state) {
        Integer count = jdbc.queryForObject(
                "select count(*) from outbox where org_id = :org and run_id = :run and state = :state",
                Map.of("org", org.value(), "run", run, "state", state.name()),
                Integer.class);
        return count == null ? 0 : count;
    }

    /** How many changes of an org are on their way: recorded, or sent without an outcome so far. */
    public int open(RecordId org) {
        Integer count = jdbc.queryForObject(
                "select count(*) from outbox where org_id = :org and state in ('PLANNED', 'SENT')",
                Map.of("org", org.value()),
                Integer.class);
        return count == null ? 0 : count;
    }

    /**
     * Settles what a killed process left behind, in any run but this one: sent without an outcome is unknown, planned
     * and not sent is held.
     *
     * @return how many records were sent without an outcome
     */
    public int closeAbandoned(Lease lease, long thisRun, Instant now, SettlementListener listener) {
        RecordId org = lease.org();
        return transaction.execute(status -> {
            lease.fence();
            Map<String, Object> keys = Map.of("org", org.value(), "run", thisRun);
            List<Settlement> abandoned = jdbc.query(
                    "select run_id, payload from outbox where org_id = :org and run_id <> :run and state = 'SENT'",
                    keys,
                    (row, number) -> new Settlement(
                            org,
                            row.getLong("run_id"),
                            ChangeJson.read(row.getString("payload")),
                            new WriteOutcome.Unknown("The process ended before Salesforce's answer was remembered."),
                            now));
            settleAll(abandoned, listener);
            jdbc.update(
                    "update outbox set state = 'HELD' where org_id = :org and run_id <> :run and state = 'PLANNED'",
                    keys);
            return abandoned.size();
        });
    }

    /** Marks a batch as sent. Only who holds the org can, so that no batch is claimed by two (trap K3). */
    void claim(Lease lease, long run, Collection<String> keys) {
        fenced(
                lease,
                StepWatch.Step.CLAIM,
                () -> jdbc.batchUpdate(
                        "update outbox set state = 'SENT', attempts = attempts + 1, changed_at = :now where " + ROW,
                        rows(lease.org(), run, keys)));
    }

    /** Sends what was claimed, provided that the org stays ours until the answer is there. */
    <T> T sending(Lease lease, Supplier<T> call) {
        watch.at(StepWatch.Step.SEND, false);
        lease.beforeCall();
        T answer = call.get();
        watch.at(StepWatch.Step.SEND, true);
        return answer;
    }

    /** Forgets what was settled or held before a moment: every run plans anew, so nothing comes back to it. */
    public int forget(Lease lease, Instant before) {
        return jdbc.update(
                "delete from outbox where org_id = :org and changed_at < :before and state not in ('PLANNED', 'SENT')",
                Map.of("org", lease.org().value(), "before", OffsetDateTime.ofInstant(before, ZoneOffset.UTC)));
    }

    void hold(Lease lease, long run, Collection<String> keys) {
        if (!keys.isEmpty()) {
            transaction.executeWithoutResult(status -> {
                lease.fence();
                jdbc.batchUpdate(
                        "update outbox set state = 'HELD', changed_at = :now where " + ROW,
                        rows(lease.org(), run, keys));
            });
        }
    }

    /** Settles a batch, the listener's part included, or nothing of it. */
    void settle(Lease lease, List<Settlement> settlements, SettlementListener listener) {
        if (!settlements.isEmpty()) {
            fenced(lease, StepWatch.Step.SETTLE, () -> settleAll(settlements, listener));
        }
    }

    /** A transaction that only the holder of the org can commit. */
    private void fenced(Lease lease, StepWatch.Step step, Runnable work) {
        watch.around(
                step,
                () -> transaction.executeWithoutResult(status -> {
                    lease.fence();
                    work.run();
                }));
    }

    private void settleAll(List<Settlement> settlements, SettlementListener listener) {
        for (int from = 0; from < settlements.size(); from += TOGETHER) {
            List<Settlement> some = settlements.subList(from, Math.min(from + TOGETHER, settlements.size()));
            jdbc.batchUpdate(
                    "update outbox set state = :state, message = :message, changed_at = :now where " + ROW,
                    some.stream()
                            .map(settlement -> row(
                                            settlement.org(),
                                            settlement.run(),
                                            settlement.change().key())
                                    .addValue("state", state(settlement).name())
                                    .addValue("message", settlement.message().replace('\0', ' ')))
                            .toArray(MapSqlParameterSource[]::new));
            listener.settled(some);
        }
    }

    private static State state(Settlement settlement) {
        return switch (settlement.outcome()) {
            case WriteOutcome.Saved saved -> State.DONE;
            case WriteOutcome.Refused refused -> State.REFUSED;
            case WriteOutcome.Unknown unknown -> State.UNKNOWN;
        };
    }

    private MapSqlParameterSource[] payloads(RecordId org, long run, Collection<? extends Change> changes) {
        return changes.stream()
                .map(change -> {
                    String payload = ChangeJson.write(change);
                    return row(org, run, change.key())
                            .addValue("account", change.account().value())
                            .addValue("payload", payload)
                            .addValue("lane", Lanes.Lane.of(change).name())
                            .addValue("size", payload.length());
                })
                .toArray(MapSqlParameterSource[]::new);
    }

    private MapSqlParameterSource[] rows(RecordId org, long run, Collection<String> keys) {
        return keys.stream().map(key -> row(org, run, key)).toArray(MapSqlParameterSource[]::new);
    }

    private MapSqlParameterSource row(RecordId org, long run, String key) {
        return new MapSqlParameterSource()
                .addValue("org", org.value())
                .addValue("run", run)
                .addValue("key", key)
                .addValue("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    }
}
