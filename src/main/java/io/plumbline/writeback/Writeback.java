package io.plumbline.writeback;

import io.plumbline.change.Change;
import io.plumbline.change.ChangeSet;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.SalesforceOrg;
import io.plumbline.salesforce.WriteOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Carries change sets to one org: recorded, sent in batches, settled record by record.
 *
 * <p>A record that is refused stands for itself; the others go on. One that is refused for a passing reason (a lock, a
 * limit) is sent again after a pause, a few times; then it stays for the next run, which plans anew. When a call fails
 * as a whole the writing stops: what was not sent is held, and what may have been received is unknown, never sent again
 * blindly (trap F1).
 */
public final class Writeback {

    private final SalesforceOrg salesforce;
    private final Outbox outbox;
    private final SettlementListener listener;
    private final Pause pause;
    private final WritebackSettings settings;
    private final RecordWrites writes;

    public Writeback(
            SalesforceOrg salesforce,
            Outbox outbox,
            SettlementListener listener,
            Pause pause,
            WritebackSettings settings) {
        this.salesforce = salesforce;
        this.outbox = outbox;
        this.listener = listener;
        this.pause = pause;
        this.settings = settings;
        this.writes = new RecordWrites(settings);
    }

    /** Carries out a plan. An empty one costs no call. */
    public WritebackReport write(RecordId org, long run, Collection<ChangeSet> plan) {
        List<Change> changes =
                plan.stream().flatMap(set -> set.changes().stream()).toList();
        return changes.isEmpty() ? new Tally().report() : new Sending(org, run, changes).toTheEnd();
    }

    /** One plan on its way. */
    private final class Sending {

        private final RecordId org;
        private final long run;
        private final Tally tally = new Tally();
        /** What is neither settled nor given up, with its last refusal once it had one. */
        private final Map<Change, WriteOutcome> open = new LinkedHashMap<>();

        private Instant startedAt = Instant.EPOCH;

        Sending(RecordId org, long run, List<Change> changes) {
            this.org = org;
            this.run = run;
            outbox.plan(org, run, changes);
            changes.forEach(change -> open.put(change, new WriteOutcome.Unknown("not sent yet")));
        }

        WritebackReport toTheEnd() {
            try {
                // Before the first commit and by the org's clock: a copy of a record with this stamp or a later one
                // was read after our write.
                startedAt = salesforce.serverTime();
                for (int attempt = 1; attempt <= settings.attempts() && !open.isEmpty(); attempt++) {
                    if (attempt > 1) {
                        pause.before(attempt);
                    }
                    for (List<Change> batch : Lanes.batches(List.copyOf(open.keySet()))) {
                        send(batch);
                    }
                }
            } catch (SalesforceFailedException failed) {
                tally.stopped(failed.failure());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
            giveUp();
            return tally.report();
        }

        private void send(List<Change> batch) {
            outbox.sending(org, run, batch);
            List<WriteOutcome> outcomes;
            try {
                outcomes = salesforce.write(batch.stream().map(writes::of).toList());
            } catch (SalesforceFailedException failed) {
                if (mayHaveArrived(failed.failure())) {
                    settle(batch, List.of());
                }
                throw failed;
            }
            settle(batch, outcomes);
        }

        /** A record without an outcome of its own may have been committed all the same (trap F5). */
        private void settle(List<Change> batch, List<WriteOutcome> outcomes) {
            List<Settlement> settlements = new ArrayList<>();
            for (int i = 0; i < batch.size(); i++) {
                Change change = batch.get(i);
                WriteOutcome outcome = i < outcomes.size()
                        ? outcomes.get(i)
                        : new WriteOutcome.Unknown("The answer ended before it came to this record.");
                if (outcome instanceof WriteOutcome.Refused refused && refused.passing()) {
                    open.put(change, refused);
                } else {
                    open.remove(change);
                    settlements.add(new Settlement(org, run, change, outcome, startedAt));
                }
            }
            settleAll(settlements);
        }

        private void settleAll(List<Settlement> settlements) {
            outbox.settle(settlements, listener);
            settlements.forEach(tally::add);
        }

        /** What was refused to the last is settled so; what was never sent is held. */
        private void giveUp() {
            List<Settlement> refused = new ArrayList<>();
            List<Change> held = new ArrayList<>();
            open.forEach((change, last) -> {
                if (last instanceof WriteOutcome.Refused) {
                    refused.add(new Settlement(org, run, change, last, startedAt));
                } else {
                    held.add(change);
                }
            });
            settleAll(refused);
            outbox.hold(org, run, held);
            tally.held(held.size());
        }
    }

    private static boolean mayHaveArrived(SalesforceFailure failure) {
        return switch (failure) {
            case SalesforceFailure.Unreachable unreachable -> true;
            case SalesforceFailure.UnexpectedAnswer unexpected -> true;
            case SalesforceFailure.TookTooLong slow -> true;
            case SalesforceFailure.SignInRefused refused -> false;
            case SalesforceFailure.NotThere missing -> false;
            case SalesforceFailure.QueryRefused refused -> false;
            case SalesforceFailure.SessionLost lost -> false;
            case SalesforceFailure.LimitReached limit -> false;
            case SalesforceFailure.Maintenance maintenance -> false;
        };
    }
}
