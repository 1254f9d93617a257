package io.plumbline.sandbox.record;

import io.plumbline.sandbox.record.input.FieldInput;
import io.plumbline.sandbox.record.input.RecordInput;
import io.plumbline.sandbox.record.refusal.ExceptionCode;
import io.plumbline.sandbox.record.refusal.RecordRefusedException;
import io.plumbline.sandbox.record.refusal.Refusals;
import io.plumbline.sandbox.record.refusal.RequestRefusedException;
import io.plumbline.sandbox.record.refusal.StatusCode;
import io.plumbline.sandbox.record.sight.Visibility;
import io.plumbline.sandbox.record.store.Records;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.record.store.UnitOfWork;
import io.plumbline.sandbox.schema.FieldSchema;
import io.plumbline.sandbox.schema.FieldTrait;
import io.plumbline.sandbox.schema.ObjectSchema;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The records of one upsert call, each found by its key or made. */
final class Upsert {

    private final String keyField;
    private final RecordSaving saving;
    private final Records records;
    private final Visibility visibility;
    private final Set<Object> seen = new HashSet<>();

    /** @param keyField an external id, or Id */
    Upsert(String keyField, RecordSaving saving, Records records, Visibility visibility) {
        this.keyField = keyField;
        this.saving = saving;
        this.records = records;
        this.visibility = visibility;
    }

    /** Refuses the call when a record's object has no such key. */
    void check(RecordInput input) {
        boolean fits = isById()
                || saving.visible(input)
                        .field(keyField)
                        .filter(field -> field.is(FieldTrait.EXTERNAL_ID))
                        .isPresent();
        if (!fits) {
            throw new RequestRefusedException(
                    ExceptionCode.INVALID_FIELD,
                    "Field name provided, " + keyField
                            + " does not match an External ID, Salesforce Id, or indexed field for "
                            + input.object());
        }
    }

    SaveResult save(RecordInput input, UnitOfWork work) {
        return isById() ? byId(input, work) : byKey(input, work);
    }

    private boolean isById() {
        return keyField.equalsIgnoreCase("Id");
    }

    private SaveResult byId(RecordInput input, UnitOfWork work) {
        if (!RecordSaving.hasId(input)) {
            return saving.insert(input, work);
        }
        String id = RecordSaving.idOf(input);
        if (!seen.add(id)) {
            throw Refusals.sameTwice(id);
        }
        return saving.change(input, id, work);
    }

    /** That only the second of two equal keys in one call is refused, and not both, is not confirmed. */
    private SaveResult byKey(RecordInput input, UnitOfWork work) {
        ObjectSchema object = saving.whole(input);
        FieldSchema key = object.field(keyField).orElseThrow();
        Object value = FieldInput.strict().read(key, input.value(keyField));
        if (value == null) {
            throw new RecordRefusedException(StatusCode.MISSING_ARGUMENT, key.name() + " not specified", key.name());
        }
        boolean exact = key.is(FieldTrait.CASE_SENSITIVE);
        if (!seen.add(value instanceof String text && !exact ? text.toLowerCase(Locale.ROOT) : value)) {
            throw new RecordRefusedException(
                    StatusCode.DUPLICATE_VALUE, "Duplicate external id specified: " + value, key.name());
        }
        List<StoredRecord> found = records.lookup(object, key.name(), value).stream()
                .filter(record -> !record.deleted() && (!exact || value.equals(record.get(key.name()))))
                .toList();
        if (found.size() > 1) {
            throw Refusals.ambiguous(key, found);
        }
        if (found.stream().anyMatch(record -> !visibility.sees(record))) {
            throw Refusals.duplicateOfHidden(key);
        }
        return found.isEmpty()
                ? saving.insert(input, work)
                : saving.change(input, found.getFirst().id(), work);
    }
}
