package io.plumbline.flow;

import io.plumbline.crm.RecordId;
import io.plumbline.writeback.Outbox;
import io.plumbline.writeback.quarantine.Quarantine;
import io.plumbline.writeback.quarantine.Quarantined;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What did not get to the org so far: changes on their way, and those that the org keeps refusing. */
public final class Backlog {

    private final Outbox outbox;
    private final Quarantine quarantine;

    Backlog(Outbox outbox, Quarantine quarantine) {
        this.outbox = outbox;
        this.quarantine = quarantine;
    }

    /**
     * A change that the org refuses for a reason that does not pass by itself.
     *
     * @param code Salesforce's status code
     * @param message Salesforce's words and who can mend it; may name people and accounts
     * @param next when it is tried again although nothing changed
     */
    public record Refused(
            RecordId account,
            String changeKey,
            String code,
            String message,
            Instant since,
            int attempts,
            Instant next) {}

    /** How many changes are recorded, or sent without an outcome so far. */
    public int onTheirWay(RecordId org) {
        return outbox.open(org);
    }

    /** Those refused longest come first. */
    public List<Refused> refused(RecordId org) {
        return quarantine.of(org).values().stream()
                .sorted(Comparator.comparing(Quarantined::since).thenComparing(Quarantined::changeKey))
                .map(entry -> new Refused(
                        entry.account(),
                        entry.changeKey(),
                        entry.code(),
                        entry.message(),
                        entry.since(),
                        entry.attempts(),
                        entry.nextAttempt()))
                .toList();
    }

    /** Somebody mended the cause: the next run tries these again. */
    public void release(RecordId org, Collection<String> changeKeys) {
        quarantine.release(org, changeKeys);
    }
}
