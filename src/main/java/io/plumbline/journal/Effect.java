package io.plumbline.journal;

import io.plumbline.crm.RecordId;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of one record that was sent to Salesforce.
 *
 * @param record the record's Id, empty for a new one that was not saved
 * @param changeKey which change it was; a task's is its external id
 * @param reason why it was to be different
 * @param message what Salesforce or the connection said, and who can fix it; empty text when saved
 * @param payload the whole change as text
 * @param settledAt not later than the commit, by the org's clock: a copy of the record with an earlier stamp was read
 *     before this change
 */
public record Effect(
        RunId run,
        RecordId account,
        Optional<RecordId> record,
        String changeKey,
        Outcome outcome,
        String reason,
        String message,
        String payload,
        Instant settledAt) {

    /** The three ways in which a sent record ends. */
    public enum Outcome {
        OK,
        REFUSED,
        /** It may or may not have been committed. */
        UNKNOWN
    }
}
