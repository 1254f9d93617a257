package io.plumbline.writeback;

import io.plumbline.crm.FieldName;

/**
 * How changes are sent.
 *
 * @param taskKey the external id on Activity that makes a task ours
 * @param openStatus the Status of a new task
 * @param assignmentMail whether Salesforce tells people of a new task by mail
 * @param attempts how often a record is sent at most within one run, 1 or more, when it is refused for a passing reason
 * @param bulkFrom so many records of one kind are handed over together, because the way to the org carries them in bulk;
 *     fewer are handed over call by call
 */
public record WritebackSettings(
        FieldName taskKey, String openStatus, boolean assignmentMail, int attempts, int bulkFrom) {

    /** Without mail, and call by call. */
    public WritebackSettings(FieldName taskKey, String openStatus, int attempts) {
        this(taskKey, openStatus, false, attempts, Integer.MAX_VALUE);
    }

    public WritebackSettings {
        if (attempts < 1) {
            throw new IllegalArgumentException("a record must be sent at least once, not " + attempts + " times");
        }
    }
}
