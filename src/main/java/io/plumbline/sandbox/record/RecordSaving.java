package io.plumbline.sandbox.record;

import io.plumbline.sandbox.record.derived.Change;
import io.plumbline.sandbox.record.input.FieldInput;
import io.plumbline.sandbox.record.input.InputReader;
import io.plumbline.sandbox.record.input.RecordInput;
import io.plumbline.sandbox.record.refusal.RecordRefusedException;
import io.plumbline.sandbox.record.refusal.Refusals;
import io.plumbline.sandbox.record.refusal.StatusCode;
import io.plumbline.sandbox.record.saving.RecordWriter;
import io.plumbline.sandbox.record.sight.Caller;
import io.plumbline.sandbox.record.sight.Visibility;
import io.plumbline.sandbox.record.store.Records;
import io.plumbline.sandbox.record.store.SalesforceId;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.record.store.UnitOfWork;
import io.plumbline.sandbox.schema.FieldSchema;
import io.plumbline.sandbox.schema.ObjectSchema;
import io.plumbline.sandbox.schema.ObjectTrait;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes or changes one record as a caller sent it, as far as this caller may. */
final class RecordSaving {

    private final Records records;
    private final RecordWriter writer;
    private final Visibility visibility;
    private final Caller caller;
    private final Instant now;

    RecordSaving(Records records, RecordWriter writer, Visibility visibility, Caller caller, Instant now) {
        this.records = records;
        this.writer = writer;
        this.visibility = visibility;
        this.caller = caller;
        this.now = now;
    }

    /** Refuses the call when the record names a field that its object does not have. */
    void checkNames(RecordInput input) {
        reader(input).checkNames(input);
    }

    SaveResult insert(RecordInput input, UnitOfWork work) {
        ObjectSchema object = whole(input);
        requireRight(visible(input), ObjectTrait.CREATEABLE, "inserted");
        Map<String, @Nullable Object> values = reader(input).values(input, true);
        String id = records.nextId(object);
        Change change = Change.of(object, id, null, values, now, false, work);
        return SaveResult.saved(writer.save(change, caller.userId()).id(), true);
    }

    /** @param id the record's, canonical */
    SaveResult change(RecordInput input, String id, UnitOfWork work) {
        ObjectSchema object = whole(input);
        requireRight(visible(input), ObjectTrait.UPDATEABLE, "updated");
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
        return SaveResult.saved(id, false);
    }

    /** The record's object as the caller sees it. */
    ObjectSchema visible(RecordInput input) {
        return caller.schema().object(input.object()).orElseThrow(() -> Refusals.unknownObject(input.object()));
    }

    /** The record's object as the org has it, when the caller sees anything of it. */
    ObjectSchema whole(RecordInput input) {
        return records.table(visible(input).name()).object();
    }

    static boolean hasId(RecordInput input) {
        return input.id() != null || input.value("Id") != null;
    }

    /** The Id of the record that was sent, canonical. */
    static String idOf(RecordInput input) {
        String given = input.id() != null ? input.id() : String.valueOf(input.value("Id"));
        if (given.equals("null") || given.isBlank()) {
            throw new RecordRefusedException(StatusCode.MISSING_ARGUMENT, "Id not specified in an update call", "Id");
        }
        return SalesforceId.canonical(given)
                .orElseThrow(() -> new RecordRefusedException(StatusCode.MALFORMED_ID, "malformed id " + given, "Id"));
    }

    private InputReader reader(RecordInput input) {
        return new InputReader(records, whole(input), visible(input), FieldInput.strict(), visibility);
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
}
