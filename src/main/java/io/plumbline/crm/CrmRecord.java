package io.plumbline.crm;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One record as it was read: its object, its Id and the fields that were asked for.
 *
 * @param fields the fields read, in the order asked; a field that was not read is absent, one that holds nothing is
 *     {@link FieldValue#EMPTY}
 */
public record CrmRecord(ObjectName object, RecordId id, Map<FieldName, FieldValue> fields) {

    public CrmRecord {
        // A row of a layout cannot change, and copying it would undo what it is for.
        fields = fields instanceof FieldLayout.Row ? fields : Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The value of a field that was read and holds something. */
    public Optional<FieldValue> value(FieldName field) {
        return Optional.ofNullable(fields.get(field)).filter(value -> !value.isEmpty());
    }

    /** The text of a value of any type, when the field was read and holds something. */
    public Optional<String> text(FieldName field) {
        return value(field).map(FieldValue::toString);
    }

    /** The record that a reference points to. */
    public Optional<RecordId> reference(FieldName field) {
        return text(field).filter(RecordId::isId).map(RecordId::of);
    }
}
