package io.plumbline.sandbox.gate;

import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.schema.FieldSchema;
import io.plumbline.sandbox.schema.FieldType;
import io.plumbline.sandbox.schema.ObjectSchema;
import io.plumbline.sandbox.schema.Schema;
import io.plumbline.sandbox.soql.ResultRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one object that a caller wants to see of records it names by Id.
 *
 * @param object the object as the caller may see it
 * @param fields in the order asked for
 */
public record FieldList(ObjectSchema object, List<FieldSchema> fields) {

    /**
     * Finds the fields.
     *
     * @throws RefusedException for an object or field that does not exist for the caller
     */
    public static FieldList of(Schema schema, String objectName, List<String> names) {
        ObjectSchema object = object(schema, objectName);
        List<FieldSchema> fields = names.stream()
                .map(name -> object.field(name).orElseThrow(() -> noSuchColumn(object, name)))
                .toList();
        return new FieldList(object, fields);
    }

    /** All fields of an object. */
    public static FieldList all(Schema schema, String objectName) {
        ObjectSchema object = object(schema, objectName);
        return new FieldList(object, List.copyOf(object.fields()));
    }

    /** What the caller sees of a record. */
    public ResultRow row(Org org, StoredRecord record) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        fields.forEach(field ->
                values.put(field.name(), field.type() == FieldType.ID ? record.id() : org.value(record, field)));
        return new ResultRow(object.name(), record.id(), values);
    }

    private static ObjectSchema object(Schema schema, String name) {
        return schema.object(name)
                .orElseThrow(
                        () -> new RefusedException("INVALID_TYPE", "sObject type '" + name + "' is not supported."));
    }

    private static RefusedException noSuchColumn(ObjectSchema object, String name) {
        return new RefusedException(
                "INVALID_FIELD",
                "No such column '" + name + "' on entity '" + object.name()
                        + "'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name."
                        + " Please reference your WSDL or the describe call for the appropriate names.");
    }
}
