package io.plumbline.salesforce;

import io.plumbline.crm.RecordId;
import java.util.List;

/** What became of one record that was sent. */
public sealed interface WriteOutcome {

    record Saved(RecordId id, boolean created) implements WriteOutcome {}

    /**
     * The org refused this record; the others of its batch stand for themselves.
     *
     * @param code Salesforce's status code as sent, known to us or not (trap F5); {@code NOT_SENT} for a record that
     *     was held back because the batches before it broke
     * @param message Salesforce's own words
     * @param fields the fields it names, possibly none
     * @param passing whether the same record may succeed later without anybody's doing (a lock, a limit)
     * @param advice who can fix it and how
     * @param together whether the whole call was refused, so that another record of it may be to blame (trap F4)
     */
    record Refused(String code, String message, List<String> fields, boolean passing, String advice, boolean together)
            implements WriteOutcome {
        public Refused {
            fields = List.copyOf(fields);
        }

        /** A refusal of this record alone. */
        public Refused(String code, String message, List<String> fields, boolean passing, String advice) {
            this(code, message, fields, passing, advice, false);
        }
    }

    /** The connection broke before the answer was complete: it may or may not have been committed (traps F1, F5). */
    record Unknown(String reason) implements WriteOutcome {}
}
