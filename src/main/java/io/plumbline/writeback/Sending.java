package io.plumbline.writeback;

import io.plumbline.change.Change;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.SalesforceOrg;
import io.plumbline.salesforce.WriteOutcome;
import io.plumbline.writeback.lease.Lease;
import io.plumbline.writeback.quarantine.Quarantine;
import io.plumbline.writeback.quarantine.Quarantined;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One plan on its way. */
final class Sending {

    /** Refused as a whole so often and nothing saved: it is not one record that is to blame. */
    private static final int MOST_SPLITS_IN_VAIN = 32;

    /**
     * As much as one job takes. What is sent is in memory several times: as it was recorded, as lines, and as what came
     * of it.
     */
    private static final long MOST_BYTES = 60_000_000;

    private final SalesforceOrg salesforce;
    private final Outbox outbox;
    private final Quarantine quarantine;
    private final SettlementListener listener;
    private final Pause pause;
    private final int attempts;
    private final int bulkFrom;
    private final RecordWrites writes;
    private final Lease lease;
    private final long run;
    private final Tally tally = new Tally();

    /** What is neither settled nor given up. */
    private final Map<String, Recorded> open = new LinkedHashMap<>();

    /** The last refusal of what was sent and may be sent again. */
    private final Map<String, WriteOutcome> refusals = new HashMap<>();

    private Instant startedAt = Instant.EPOCH;
    private @Nullable Patience patience;
    private int splitsInVain;

    Sending(
            SalesforceOrg salesforce,
            Outbox outbox,
            Quarantine quarantine,
            SettlementListener listener,
            Pause pause,
            WritebackSettings settings,
            RecordWrites writes,
            Lease lease,
            long run) {
        this.salesforce = salesforce;
        this.outbox = outbox;
        this.quarantine = quarantine;
        this.listener = listener;
        this.pause = pause;
        this.attempts = settings.attempts();
        this.bulkFrom = settings.bulkFrom();
        this.writes = writes;
        this.lease = lease;
        this.run = run;
    }

    WritebackReport toTheEnd(Set<RecordId> judged) {
        outbox.planned(lease.org(), run).forEach(change -> open.put(change.key(), change));
        if (open.isEmpty() && quarantine.of(lease.org()).isEmpty()) {
            return tally.report();
        }
        try {
            // Before the first commit and by the org's clock: a copy of a record with this stamp or a later one
            // was read after our write.
            startedAt = salesforce.serverTime();
            setPoisonAside(judged);
            for (int attempt = 1; attempt <= attempts && !open.isEmpty(); attempt++) {
                if (attempt > 1) {
                    pause.before(attempt);
                }
                for (List<Recorded> batch : batches(open.values())) {
                    send(outbox.read(lease.org(), run, batch));
                }
            }
        } catch (SalesforceFailedException failed) {
            tally.stopped(failed.failure());
        } catch (InterruptedException stopping) {
            // Not passed on by interrupting: H2 closes its file under a thread that is interrupted while it writes.
            tally.stopped(new SalesforceFailure.Stopped(
                    "Plumbline is being stopped.", "What was not sent is planned anew by the next run."));
        }
        giveUp();
        return tally.report();
    }

    private List<List<Recorded>> batches(Collection<Recorded> changes) {
        return Lanes.batches(List.copyOf(changes), bulkFrom, MOST_BYTES);
    }

    private void setPoisonAside(Set<RecordId> judged) {
        Patience known = new Patience(quarantine, salesforce, writes, lease.org(), startedAt);
        patience = known;
        known.forgetWhatIsNotWanted(judged, open.keySet());
        List<String> kept = new ArrayList<>();
        List<Recorded> doubtful = open.values().stream()
                .filter(change -> known.knows(change.key()))
                .toList();
        for (Change change : outbox.read(lease.org(), run, doubtful)) {
            Optional<Quarantined> entry = known.keepsBack(change);
            if (entry.isPresent()) {
                open.remove(change.key());
                kept.add(change.key());
                tally.quarantined(entry.get());
            }
        }
        outbox.hold(lease, run, kept);
    }

    private void send(List<Change> batch) {
        outbox.claim(lease, run, batch.stream().map(Change::key).toList());
        List<WriteOutcome> outcomes;
        try {
            outcomes = outbox.sending(
                    lease, () -> salesforce.write(batch.stream().map(writes::of).toList(), lease::beforeCall));
        } catch (SalesforceFailedException failed) {
            if (mayHaveArrived(failed.failure())) {
                settle(batch, List.of());
            }
            throw failed;
        }
        if (isRefusedTogether(batch, outcomes)) {
            send(batch.subList(0, batch.size() / 2));
            send(batch.subList(batch.size() / 2, batch.size()));
        } else {
            settle(batch, outcomes);
        }
    }

    /** One record that the org cannot even read costs all others of its call; alone, it costs itself (trap F4). */
    private boolean isRefusedTogether(List<Change> batch, List<WriteOutcome> outcomes) {
        boolean together = batch.size() > 1
                && outcomes.size() == batch.size()
                && outcomes.stream()
                        .allMatch(outcome -> outcome instanceof WriteOutcome.Refused refused
                                && refused.together()
                                && !refused.passing());
        splitsInVain = together ? splitsInVain + 1 : outcomes.stream().anyMatch(Sending::isSaved) ? 0 : splitsInVain;
        return together && splitsInVain <= MOST_SPLITS_IN_VAIN;
    }

    private static boolean isSaved(WriteOutcome outcome) {
        return outcome instanceof WriteOutcome.Saved;
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
                refusals.put(change.key(), refused);
            } else {
                open.remove(change.key());
                refusals.remove(change.key());
                settlements.add(settlement(change, outcome));
            }
        }
        settleAll(settlements);
    }

    private Settlement settlement(Change change, WriteOutcome outcome) {
        return new Settlement(lease.org(), run, change, outcome, startedAt);
    }

    private void settleAll(List<Settlement> settlements) {
        outbox.settle(lease, settlements, this::remember);
        settlements.forEach(tally::add);
    }

    private void remember(List<Settlement> settlements) {
        if (patience != null) {
            settlements.forEach(patience::settled);
        }
        listener.settled(settlements);
    }

    /** What was refused to the last is settled so; what was never sent is held. */
    private void giveUp() {
        List<Recorded> refused = open.values().stream()
                .filter(change -> refusals.containsKey(change.key()))
                .toList();
        for (List<Recorded> some : batches(refused)) {
            settleAll(outbox.read(lease.org(), run, some).stream()
                    .map(change -> settlement(change, Objects.requireNonNull(refusals.get(change.key()))))
                    .toList());
        }
        open.keySet().removeAll(refusals.keySet());
        outbox.hold(lease, run, open.keySet());
        tally.held(open.size());
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
            case SalesforceFailure.Stopped stopped -> false;
        };
    }
}
