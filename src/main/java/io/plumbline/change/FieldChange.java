package io.plumbline.change;

import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;

/**
 * One field of an account that is to hold another value.
 *
 * @param from what is known to be there
 * @param to what it shall hold; {@link FieldValue#EMPTY} clears it
 * @param reason why, in words
 * @param restores whether our value was there and somebody else changed it, the verdict being the same
 */
public record FieldChange(FieldName field, FieldValue from, FieldValue to, String reason, boolean restores) {

    /** News of ours. */
    public FieldChange(FieldName field, FieldValue from, FieldValue to, String reason) {
        this(field, from, to, reason, false);
    }
}
