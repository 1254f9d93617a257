package io.plumbline.change;

import io.plumbline.crm.RecordId;

/**
 * Something that ought to be written and cannot be.
 *
 * @param what the field or the task concerned
 * @param reason why, and who can fix it
 */
public record Held(RecordId account, String what, String reason) {}
