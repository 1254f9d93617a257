package io.plumbline.change;

import io.plumbline.crm.RecordId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A task that carries our key, as it is known to be in Salesforce.
 *
 * @param key the value of our external id field
 * @param priority the value of the Priority field, empty text when blank
 * @param description the whole text, people's notes included; empty text when blank
 * @param status the value of the Status field, empty text when unknown
 * @param changedOn the day on which it last became another one, which for one that is over is the day since when
 */
public record KnownTask(
        RecordId id,
        String key,
        State state,
        String subject,
        String description,
        String priority,
        String status,
        Optional<LocalDate> changedOn) {

    /** One of which the status is not known by name, nor since when it is so. */
    public KnownTask(RecordId id, String key, State state, String subject, String description, String priority) {
        this(id, key, state, subject, description, priority, "", Optional.empty());
    }

    /** Where a task is in its life. */
    public enum State {
        OPEN,
        /** Its status counts as closed in the org. */
        CLOSED,
        /** In the recycle bin, or made by us and no longer there. */
        DELETED
    }
}
