package io.plumbline.sandbox.record.input;

import io.plumbline.sandbox.record.refusal.ExceptionCode;
import io.plumbline.sandbox.record.refusal.RecordRefusedException;
import io.plumbline.sandbox.record.refusal.Refusals;
import io.plumbline.sandbox.record.refusal.RequestRefusedException;
import io.plumbline.sandbox.record.refusal.StatusCode;
import io.plumbline.sandbox.record.sight.Visibility;
import io.plumbline.sandbox.record.store.Records;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.schema.FieldSchema;
import io.plumbline.sandbox.schema.FieldTrait;
import io.plumbline.sandbox.schema.FieldType;
import io.plumbline.sandbox.schema.ObjectSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one record that a caller sent against the org's whole schema and against what the caller may write. */
public final class InputReader {

    private final Records records;
    private final ObjectSchema object;
    private final ObjectSchema visible;
    private final FieldInput input;
    private final Visibility visibility;

    /**
     * @param object as the org has it
     * @param visible as the caller sees it
     */
    public InputReader(
            Records records, ObjectSchema object, ObjectSchema visible, FieldInput input, Visibility visibility) {
        this.records = records;
        this.object = object;
        this.visible = visible;
        this.input = input;
        this.visibility = visibility;
    }

    /** Refuses the call when the record names a field that the object does not have. */
    public void checkNames(RecordInput sent) {
        sent.fields().forEach((name, value) -> {
            boolean known = object.has(name) || object.relationship(name).isPresent();
            if (!known) {
                throw new RequestRefusedException(
                        ExceptionCode.INVALID_FIELD,
                        "No such column '" + name + "' on sobject of type " + object.name());
            }
        });
    }

    /** The values by canonical field name, {@code null} for those to blank. */
    public Map<String, @Nullable Object> values(RecordInput sent, boolean creating) {
        Map<FieldSchema, @Nullable Object> given = new LinkedHashMap<>();
        sent.fields().forEach((name, value) -> {
            if (value instanceof RecordInput.Reference reference) {
                FieldSchema field = object.relationship(name).orElseThrow();
                given.put(field, referenced(field, reference));
            } else if (!name.equalsIgnoreCase("Id")) {
                object.field(name).ifPresent(field -> given.put(field, value));
            }
        });
        List<String> refused = new ArrayList<>();
        given.keySet().stream()
                .filter(field -> !writable(field, creating))
                .map(FieldSchema::name)
                .forEach(refused::add);
        if (!refused.isEmpty()) {
            throw new RecordRefusedException(
                    StatusCode.INVALID_FIELD_FOR_INSERT_UPDATE,
                    Refusals.unableToWrite(String.join(", ", refused)),
                    refused.toArray(String[]::new));
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        given.forEach((field, value) -> {
            Object read = input.read(field, value);
            if (read == null && field.type() == FieldType.BOOLEAN) {
                throw FieldInput.wrongType(field, "");
            }
            checkTarget(field, read);
            values.put(field.name(), read);
        });
        return values;
    }

    /** One field of a seed's row, whoever may write it. */
    @Nullable
    public Object loaded(FieldSchema field, @Nullable Object value) {
        Object read = value instanceof RecordInput.Reference reference
                ? referenced(field, reference)
                : input.read(field, value);
        checkTarget(field, read);
        return read;
    }

    private boolean writable(FieldSchema field, boolean creating) {
        FieldTrait needed = creating ? FieldTrait.CREATEABLE : FieldTrait.UPDATEABLE;
        return visible.field(field.name()).map(seen -> seen.is(needed)).orElse(false);
    }

    private Object referenced(FieldSchema field, RecordInput.Reference reference) {
        for (String target : reference.object() == null ? field.referenceTo() : List.of(reference.object())) {
            ObjectSchema parents = records.table(target).object();
            FieldSchema key = parents.field(reference.externalIdField()).orElse(null);
            if (key != null && records.isIndexed(parents, key.name())) {
                List<StoredRecord> found = records.lookup(parents, key.name(), reference.value()).stream()
                        .filter(parent -> !parent.deleted())
                        .toList();
                if (found.size() == 1) {
                    return found.getFirst().id();
                }
                if (found.size() > 1) {
                    throw Refusals.ambiguous(key, found);
                }
            }
        }
        throw new RecordRefusedException(
                StatusCode.INVALID_FIELD,
                "Foreign key external ID: " + reference.value() + " not found for field " + reference.externalIdField()
                        + " in entity " + String.join(",", field.referenceTo()));
    }

    /** A reference must lead to a live record of the right object. */
    private void checkTarget(FieldSchema field, @Nullable Object value) {
        if (field.type() != FieldType.REFERENCE || !(value instanceof String id)) {
            return;
        }
        boolean rightKind = field.referenceTo().stream()
                .anyMatch(target -> records.table(target).object().keyPrefix().equals(id.substring(0, 3)));
        if (!rightKind) {
            throw new RecordRefusedException(
                    StatusCode.FIELD_INTEGRITY_EXCEPTION,
                    field.label() + ": id value of incorrect type: " + id,
                    field.name());
        }
        StoredRecord target = records.find(id).orElseThrow(() -> Refusals.invalidCrossReference(field.name()));
        if (!visibility.sees(target)) {
            throw Refusals.insufficientAccessToParent(field, id);
        }
        if (target.deleted()) {
            throw Refusals.isDeleted(field.name());
        }
    }
}
