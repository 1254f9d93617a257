package io.plumbline.writeback;

import io.plumbline.change.Change;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.RecordWrite;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceOrg;
import io.plumbline.salesforce.WriteOutcome;
import io.plumbline.writeback.quarantine.Quarantine;
import io.plumbline.writeback.quarantine.Quarantined;
import io.plumbline.writeback.quarantine.Quarantined.Prints;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which changes of a plan are sent now and which wait in quarantine, and what the quarantine learns from the outcomes
 * (trap F6): a record that the org refuses for a reason of its own is not sent with every run.
 */
final class Patience {

    /** An entry that no plan asked for in so long belongs to an account that is no longer judged. */
    private static final Duration FORGOTTEN = Duration.ofDays(7);

    private final Quarantine quarantine;
    private final SalesforceOrg salesforce;
    private final RecordWrites writes;
    private final RecordId org;
    private final Instant now;
    private final Map<String, Quarantined> entries;
    private final Map<ObjectName, String> schemas = new HashMap<>();

    /** @param now by the org's clock */
    Patience(Quarantine quarantine, SalesforceOrg salesforce, RecordWrites writes, RecordId org, Instant now) {
        this.quarantine = quarantine;
        this.salesforce = salesforce;
        this.writes = writes;
        this.org = org;
        this.now = now;
        this.entries = quarantine.of(org);
    }

    /** Whether it was refused before, so that it takes more than its key to tell whether it may be sent. */
    boolean knows(String changeKey) {
        return entries.containsKey(changeKey);
    }

    /** The entry that keeps a change back today; empty when it may be sent. */
    Optional<Quarantined> keepsBack(Change change) {
        Quarantined entry = entries.get(change.key());
        return entry == null || entry.isDue(prints(change), now) ? Optional.empty() : Optional.of(entry);
    }

    /** Forgets what the plan for its account does not ask for any more, and what no plan has asked for in long. */
    void forgetWhatIsNotWanted(Set<RecordId> planned, Set<String> wanted) {
        List<String> gone = entries.values().stream()
                .filter(entry -> !wanted.contains(entry.changeKey()))
                .filter(entry -> planned.contains(entry.account())
                        || entry.lastAttemptAt().plus(FORGOTTEN).isBefore(now))
                .map(Quarantined::changeKey)
                .toList();
        quarantine.release(org, gone);
    }

    /** Inside the transaction that settles a record. */
    void settled(Settlement settlement) {
        Change change = settlement.change();
        if (settlement.outcome() instanceof WriteOutcome.Refused refused && !refused.passing()) {
            quarantine.refused(
                    org,
                    change.account(),
                    change.key(),
                    prints(change),
                    refused.code(),
                    refused.message() + " " + refused.advice(),
                    now);
        } else if (settlement.outcome() instanceof WriteOutcome.Saved && entries.containsKey(change.key())) {
            quarantine.release(org, List.of(change.key()));
        }
    }

    private Prints prints(Change change) {
        RecordWrite write = writes.of(change);
        return new Prints(payload(write), schemas.computeIfAbsent(write.object(), this::schema));
    }

    /** The moment of a write is another one each time and says nothing about the record. */
    private static String payload(RecordWrite write) {
        StringBuilder all = new StringBuilder(write.object().value());
        for (Map.Entry<FieldName, FieldValue> field : write.fields().entrySet()) {
            if (!(field.getValue() instanceof FieldValue.Moment)) {
                all.append('\n').append(field.getKey()).append('=').append(field.getValue());
            }
        }
        return digest(all.toString());
    }

    /** What the org tells of the object; empty text when it does not, which then is no reason to try again. */
    private String schema(ObjectName object) {
        try {
            return digest(salesforce.describe(object).toString());
        } catch (SalesforceFailedException untold) {
            return "";
        }
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
