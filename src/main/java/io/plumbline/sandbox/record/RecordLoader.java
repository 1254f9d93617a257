package io.plumbline.sandbox.record;

import io.plumbline.sandbox.record.derived.Change;
import io.plumbline.sandbox.record.input.FieldInput;
import io.plumbline.sandbox.record.input.InputReader;
import io.plumbline.sandbox.record.input.RecordInput;
import io.plumbline.sandbox.record.refusal.RecordError;
import io.plumbline.sandbox.record.refusal.RecordRefusedException;
import io.plumbline.sandbox.record.refusal.StatusCode;
import io.plumbline.sandbox.record.saving.RecordWriter;
import io.plumbline.sandbox.record.sight.Caller;
import io.plumbline.sandbox.record.sight.Visibility;
import io.plumbline.sandbox.record.store.Records;
import io.plumbline.sandbox.record.store.SalesforceId;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.record.store.UnitOfWork;
import io.plumbline.sandbox.schema.FieldSchema;
import io.plumbline.sandbox.schema.FieldType;
import io.plumbline.sandbox.schema.ObjectSchema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores the rows of a seed as they are, with their Ids, stamps and derived values; says everything that is wrong with a row. */
final class RecordLoader {

    private final Records records;
    private final Caller owner;
    private final RecordWriter writer;
    private final Visibility visibility;
    private final Instant now;
    private final Map<String, InputReader> readers = new HashMap<>();

    /**
     * @param owner who owns and made what the seed does not say
     */
    RecordLoader(Records records, Caller owner, RecordWriter writer, Visibility visibility, Instant now) {
        this.records = records;
        this.owner = owner;
        this.writer = writer;
        this.visibility = visibility;
        this.now = now;
    }

    LoadResult load(RecordInput row) {
        Optional<ObjectSchema> object = owner.schema().object(row.object());
        if (object.isEmpty()) {
            return problem(StatusCode.INVALID_TYPE, "there is no object " + row.object());
        }
        List<RecordError> problems = new ArrayList<>();
        Map<String, @Nullable Object> values = values(object.get(), row, problems);
        Object given = values.remove("Id");
        String id = given == null ? records.nextId(object.get()) : given.toString();
        checkId(object.get(), id, problems);
        if (!problems.isEmpty()) {
            return new LoadResult(null, problems);
        }
        UnitOfWork work = new UnitOfWork(records);
        try {
            StoredRecord saved =
                    writer.load(Change.of(object.get(), id, null, values, now, true, work), owner.userId());
            if (saved.deleted() && saved.get("SystemModstamp") instanceof Instant at) {
                work.noteDeletion(id, new Records.Deletion(id, at));
            }
            return new LoadResult(saved.id(), List.of());
        } catch (RecordRefusedException refused) {
            work.rollBackTo(0);
            return new LoadResult(null, List.of(refused.error()));
        }
    }

    private Map<String, @Nullable Object> values(ObjectSchema object, RecordInput row, List<RecordError> problems) {
        InputReader reader = readers.computeIfAbsent(
                object.name(), name -> new InputReader(records, object, object, FieldInput.lenient(), visibility));
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        if (row.id() != null) {
            values.put("Id", row.id());
        }
        row.fields().forEach((name, value) -> {
            Optional<FieldSchema> field =
                    value instanceof RecordInput.Reference ? object.relationship(name) : object.field(name);
            if (field.isEmpty()) {
                problems.add(RecordError.of(
                        StatusCode.INVALID_FIELD,
                        "No such column '" + name + "' on sobject of type " + object.name(),
                        name));
                return;
            }
            try {
                Object read = reader.loaded(field.get(), value);
                if (read != null || field.get().type() != FieldType.BOOLEAN) {
                    values.put(field.get().name(), read);
                }
            } catch (RecordRefusedException refused) {
                problems.add(refused.error());
            }
        });
        return values;
    }

    private void checkId(ObjectSchema object, String id, List<RecordError> problems) {
        Optional<String> canonical = SalesforceId.canonical(id);
        if (canonical.isEmpty() || !id.startsWith(object.keyPrefix())) {
            problems.add(RecordError.of(
                    StatusCode.MALFORMED_ID,
                    "'" + id + "' is no Id of " + object.name() + ", which begin with " + object.keyPrefix(),
                    "Id"));
        } else if (records.find(canonical.get()).isPresent()) {
            problems.add(
                    RecordError.of(StatusCode.DUPLICATE_VALUE, "there is a record with Id " + id + " already", "Id"));
        }
    }

    private static LoadResult problem(StatusCode code, String message) {
        return new LoadResult(null, List.of(RecordError.of(code, message)));
    }
}
