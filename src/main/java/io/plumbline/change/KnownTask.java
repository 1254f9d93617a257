package io.plumbline.change;

import io.plumbline.crm.RecordId;

/**
 * A task that carries our key, as it is known to be in Salesforce.
 *
 * @param key the value of our external id field
 * @param priority the value of the Priority field, empty text when blank
 * @param description the whole text, people's notes included; empty text when blank
 */
public record KnownTask(RecordId id, String key, State state, String subject, String description, String priority) {

    /** Where a task is in its life. */
    public enum State {
        OPEN,
        /** Its status counts as closed in the org. */
        CLOSED,
        /** In the recycle bin, or made by us and no longer there. */
        DELETED
    }
}
