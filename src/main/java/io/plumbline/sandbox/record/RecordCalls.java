package io.plumbline.sandbox.record;

import io.plumbline.sandbox.record.derived.Change;
import io.plumbline.sandbox.record.input.FieldInput;
import io.plumbline.sandbox.record.input.InputReader;
import io.plumbline.sandbox.record.input.RecordInput;
import io.plumbline.sandbox.record.refusal.ExceptionCode;
import io.plumbline.sandbox.record.refusal.RecordError;
import io.plumbline.sandbox.record.refusal.RecordRefusedException;
import io.plumbline.sandbox.record.refusal.Refusals;
import io.plumbline.sandbox.record.refusal.RequestRefusedException;
import io.plumbline.sandbox.record.refusal.StatusCode;
import io.plumbline.sandbox.record.saving.RecordRemover;
import io.plumbline.sandbox.record.saving.RecordWriter;
import io.plumbline.sandbox.record.sight.Caller;
import io.plumbline.sandbox.record.sight.Visibility;
import io.plumbline.sandbox.record.store.Records;
import io.plumbline.sandbox.record.store.SalesforceId;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.record.store.UnitOfWork;
import io.plumbline.sandbox.schema.FieldSchema;
import io.plumbline.sandbox.schema.FieldTrait;
import io.plumbline.sandbox.schema.ObjectSchema;
import io.plumbline.sandbox.schema.ObjectTrait;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The writing calls of the API over the records: one result a record, partial success or all or none. Used under the org's write lock. */
final class RecordCalls {

    private static final SaveResult ROLLED_BACK = SaveResult.refused(RecordError.of(
            StatusCode.ALL_OR_NONE_OPERATION_ROLLED_BACK,
            "Record rolled back because not all records were valid and the request was using AllOrNone header"));

    private final Records records;
    private final RecordWriter writer;
    private final RecordRemover remover;
    private final Visibility visibility;
    private final Caller caller;
    private final Instant now;
    private final boolean allOrNone;

    RecordCalls(
            Records records,
            RecordWriter writer,
            RecordRemover remover,
            Visibility visibility,
            Caller caller,
            Instant now,
            boolean allOrNone) {
        this.records = records;
        this.writer = writer;
        this.remover = remover;
        this.visibility = visibility;
        this.caller = caller;
        this.now = now;
        this.allOrNone = allOrNone;
    }

    List<SaveResult> create(List<RecordInput> inputs) {
        checkNames(inputs);
        return each(inputs, (input, work) -> {
            if (input.id() != null || has(input, "Id")) {
                throw new RecordRefusedException(
                        StatusCode.INVALID_FIELD_FOR_INSERT_UPDATE, "cannot specify Id in an insert call", "Id");
            }
            return SaveResult.saved(insert(input, work), true);
        });
    }

    List<SaveResult> update(List<RecordInput> inputs) {
        checkNames(inputs);
        Set<String> seen = new HashSet<>();
        return each(inputs, (input, work) -> {
            String id = idOf(input);
            if (!seen.add(id)) {
                throw new RecordRefusedException(StatusCode.DUPLICATE_VALUE, "Duplicate id specified: " + id, "Id");
            }
            return SaveResult.saved(change(input, id, work), false);
        });
    }

    List<SaveResult> upsert(String keyField, List<RecordInput> inputs) {
        checkNames(inputs);
        boolean byId = keyField.equalsIgnoreCase("Id");
        for (RecordInput input : inputs) {
            boolean fits = byId
                    || visible(input.object())
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
        Set<Object> seen = new HashSet<>();
        return each(
                inputs,
                (input, work) -> byId ? upsertById(input, work, seen) : upsertByKey(keyField, input, work, seen));
    }

    private SaveResult upsertById(RecordInput input, UnitOfWork work, Set<Object> seen) {
        if (input.id() == null && !has(input, "Id")) {
            return SaveResult.saved(insert(input, work), true);
        }
        String id = idOf(input);
        if (!seen.add(id)) {
            throw new RecordRefusedException(StatusCode.DUPLICATE_VALUE, "Duplicate id specified: " + id, "Id");
        }
        return SaveResult.saved(change(input, id, work), false);
    }

    /** That only the second of two equal keys in one call is refused, and not both, is not confirmed. */
    private SaveResult upsertByKey(String keyField, RecordInput input, UnitOfWork work, Set<Object> seen) {
        ObjectSchema object = whole(input.object());
        FieldSchema key = object.field(keyField).orElseThrow();
        Object value = FieldInput.strict().read(key, valueOf(input, keyField));
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
                ? SaveResult.saved(insert(input, work), true)
                : SaveResult.saved(change(input, found.getFirst().id(), work), false);
    }

    List<SaveResult> delete(List<String> ids) {
        return each(ids, (text, work) -> {
            StoredRecord target = target(text, ObjectTrait.DELETABLE);
            if (target.deleted()) {
                throw Refusals.isDeleted();
            }
            remover.delete(work, target, caller.userId(), now);
            return SaveResult.saved(target.id(), false);
        });
    }

    List<SaveResult> undelete(List<String> ids) {
        return each(ids, (text, work) -> {
            StoredRecord target = target(text, ObjectTrait.UNDELETABLE);
            remover.undelete(work, target, caller.userId(), now);
            return SaveResult.saved(target.id(), false);
        });
    }

    List<SaveResult> emptyRecycleBin(List<String> ids) {
        return each(ids, (text, work) -> {
            StoredRecord target = target(text, ObjectTrait.DELETABLE);
            remover.purge(work, target);
            return SaveResult.saved(target.id(), false);
        });
    }

    private String insert(RecordInput input, UnitOfWork work) {
        ObjectSchema object = whole(input.object());
        requireRight(visible(input.object()), ObjectTrait.CREATEABLE, "inserted");
        Map<String, @Nullable Object> values = reader(input).values(input, true);
        String id = records.nextId(object);
        Change change = Change.of(object, id, null, values, now, false, work);
        return writer.save(change, caller.userId()).id();
    }

    private String change(RecordInput input, String id, UnitOfWork work) {
        ObjectSchema object = whole(input.object());
        requireRight(visible(input.object()), ObjectTrait.UPDATEABLE, "updated");
        if (!id.startsWith(object.keyPrefix())) {
            throw new RecordRefusedException(
                    StatusCode.MALFORMED_ID, labelOfId(object) + ": id value of incorrect type: " + id, "Id");
        }
        StoredRecord before = records.find(id).orElseThrow(Refusals::invalidCrossReference);
        if (!visibility.sees(before)) {
            throw Refusals.noAccess();
        }
        if (before.deleted()) {
            throw Refusals.isDeleted();
        }
        Map<String, @Nullable Object> values = reader(input).values(input, false);
        writer.save(Change.of(object, id, before, values, now, false, work), caller.userId());
        return id;
    }

    private StoredRecord target(String text, ObjectTrait right) {
        String id = SalesforceId.canonical(text)
                .orElseThrow(() -> new RecordRefusedException(StatusCode.MALFORMED_ID, "bad id " + text));
        StoredRecord found = records.find(id).orElseThrow(Refusals::invalidCrossReference);
        boolean may = caller.schema()
                .object(found.object().name())
                .filter(object -> object.is(right))
                .isPresent();
        if (!visibility.sees(found)) {
            throw Refusals.noAccess();
        }
        if (!may) {
            throw Refusals.insufficientAccess();
        }
        return found;
    }

    private void checkNames(List<RecordInput> inputs) {
        inputs.forEach(input -> reader(input).checkNames(input));
    }

    private InputReader reader(RecordInput input) {
        return new InputReader(
                records, whole(input.object()), visible(input.object()), FieldInput.strict(), visibility);
    }

    private ObjectSchema visible(String name) {
        return caller.schema().object(name).orElseThrow(() -> Refusals.unknownObject(name));
    }

    private ObjectSchema whole(String name) {
        return records.table(visible(name).name()).object();
    }

    private static String idOf(RecordInput input) {
        String given = input.id() != null ? input.id() : String.valueOf(valueOf(input, "Id"));
        if (given.equals("null") || given.isBlank()) {
            throw new RecordRefusedException(StatusCode.MISSING_ARGUMENT, "Id not specified in an update call", "Id");
        }
        return SalesforceId.canonical(given)
                .orElseThrow(() -> new RecordRefusedException(StatusCode.MALFORMED_ID, "malformed id " + given, "Id"));
    }

    private static boolean has(RecordInput input, String field) {
        return valueOf(input, field) != null;
    }

    private static @Nullable Object valueOf(RecordInput input, String field) {
        for (Map.Entry<String, @Nullable Object> entry : input.fields().entrySet()) {
            if (entry.getKey().equalsIgnoreCase(field)) {
                return entry.getValue();
            }
        }
        return null;
    }

    private static String labelOfId(ObjectSchema object) {
        return object.field("Id").map(FieldSchema::label).orElse("Id");
    }

    private static void requireRight(ObjectSchema object, ObjectTrait right, String verb) {
        if (!object.is(right)) {
            throw new RecordRefusedException(
                    StatusCode.CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY,
                    "entity type cannot be " + verb + ": " + object.label());
        }
    }

    private <T> List<SaveResult> each(List<T> items, BiFunction<T, UnitOfWork, SaveResult> write) {
        if (items.size() > Org.MOST_RECORDS_PER_WRITE) {
            throw new RequestRefusedException(
                    ExceptionCode.EXCEEDED_ID_LIMIT,
                    "record limit reached. cannot submit more than " + Org.MOST_RECORDS_PER_WRITE
                            + " records into this call");
        }
        UnitOfWork work = new UnitOfWork(records);
        List<SaveResult> results = new ArrayList<>();
        for (T item : items) {
            int mark = work.mark();
            try {
                results.add(write.apply(item, work));
            } catch (RecordRefusedException refused) {
                work.rollBackTo(mark);
                results.add(SaveResult.refused(refused.error()));
            } catch (RuntimeException whole) {
                work.rollBackTo(0);
                throw whole;
            }
        }
        if (allOrNone && results.stream().anyMatch(result -> !result.success())) {
            work.rollBackTo(0);
            results.replaceAll(result -> result.success() ? ROLLED_BACK : result);
        }
        return results;
    }
}
