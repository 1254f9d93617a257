package io.plumbline.sandbox.record.refusal;

import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.schema.FieldSchema;
import java.util.List;

/** The wording of refusals that several places give. */
public final class Refusals {

    private Refusals() {}

    public static String unableToWrite(String fields) {
        return "Unable to create/update fields: " + fields
                + ". Please check the security settings of this field and verify that it is read/write for your profile or"
                + " permission set.";
    }

    public static RecordRefusedException invalidCrossReference(String... fields) {
        return new RecordRefusedException(StatusCode.INVALID_CROSS_REFERENCE_KEY, "invalid cross reference id", fields);
    }

    public static RecordRefusedException isDeleted(String... fields) {
        return new RecordRefusedException(StatusCode.ENTITY_IS_DELETED, "entity is deleted", fields);
    }

    public static RecordRefusedException insufficientAccess() {
        return new RecordRefusedException(
                StatusCode.INSUFFICIENT_ACCESS_OR_READONLY, "insufficient access rights on object id");
    }

    /** Of a record that the caller cannot see. */
    public static RecordRefusedException noAccess() {
        return new RecordRefusedException(
                StatusCode.INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY,
                "insufficient access rights on cross-reference id");
    }

    public static RecordRefusedException insufficientAccessToParent(FieldSchema field, String id) {
        return new RecordRefusedException(
                StatusCode.INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY,
                "insufficient access rights on cross-reference id: " + id,
                field.name());
    }

    /** The value belongs to a record that the caller cannot see, so its Id is not told. */
    public static RecordRefusedException duplicateOfHidden(FieldSchema key) {
        return new RecordRefusedException(
                StatusCode.DUPLICATE_VALUE,
                "duplicate value found: " + key.name() + " duplicates value on record with id: <unknown>");
    }

    /** One call names a record twice. */
    public static RecordRefusedException sameTwice(String id) {
        return new RecordRefusedException(StatusCode.DUPLICATE_VALUE, "Duplicate id specified: " + id, "Id");
    }

    public static RecordRefusedException required(List<String> fields) {
        return new RecordRefusedException(
                StatusCode.REQUIRED_FIELD_MISSING,
                "Required fields are missing: [" + String.join(", ", fields) + "]",
                fields.toArray(String[]::new));
    }

    public static RecordRefusedException ambiguous(FieldSchema key, List<StoredRecord> found) {
        return new RecordRefusedException(
                StatusCode.DUPLICATE_EXTERNAL_ID,
                key.name() + ": more than one record found for external id field: "
                        + found.stream().map(StoredRecord::id).toList(),
                key.name());
    }

    public static RequestRefusedException unknownObject(String name) {
        return new RequestRefusedException(
                ExceptionCode.INVALID_TYPE,
                "sObject type '" + name
                        + "' is not supported. If you are attempting to use a custom object, be sure to append the"
                        + " '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.");
    }
}
