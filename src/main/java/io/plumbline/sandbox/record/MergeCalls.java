package io.plumbline.sandbox.record;

import io.plumbline.sandbox.record.derived.Change;
import io.plumbline.sandbox.record.input.FieldInput;
import io.plumbline.sandbox.record.input.InputReader;
import io.plumbline.sandbox.record.input.RecordInput;
import io.plumbline.sandbox.record.refusal.ExceptionCode;
import io.plumbline.sandbox.record.refusal.RecordRefusedException;
import io.plumbline.sandbox.record.refusal.Refusals;
import io.plumbline.sandbox.record.refusal.RequestRefusedException;
import io.plumbline.sandbox.record.refusal.StatusCode;
import io.plumbline.sandbox.record.saving.RecordMerger;
import io.plumbline.sandbox.record.saving.RecordWriter;
import io.plumbline.sandbox.record.sight.Caller;
import io.plumbline.sandbox.record.sight.Visibility;
import io.plumbline.sandbox.record.store.Records;
import io.plumbline.sandbox.record.store.SalesforceId;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.record.store.UnitOfWork;
import io.plumbline.sandbox.schema.ObjectSchema;
import io.plumbline.sandbox.schema.ObjectTrait;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The merge call of the API; each merge stands or falls by itself. Used under the org's write lock. */
final class MergeCalls {

    private static final int MOST_PER_MERGE = 2;

    private final Records records;
    private final RecordWriter writer;
    private final Visibility visibility;
    private final Caller caller;
    private final Instant now;

    MergeCalls(Records records, RecordWriter writer, Visibility visibility, Caller caller, Instant now) {
        this.records = records;
        this.writer = writer;
        this.visibility = visibility;
        this.caller = caller;
        this.now = now;
    }

    List<MergeResult> merge(List<MergeInput> inputs) {
        if (inputs.size() > Org.MOST_RECORDS_PER_WRITE) {
            throw new RequestRefusedException(ExceptionCode.EXCEEDED_ID_LIMIT, "too many merges in one call");
        }
        List<MergeResult> results = new ArrayList<>();
        for (MergeInput input : inputs) {
            UnitOfWork work = new UnitOfWork(records);
            try {
                results.add(merge(input, work));
            } catch (RecordRefusedException refused) {
                work.rollBackTo(0);
                results.add(MergeResult.refused(refused.error()));
            }
        }
        return results;
    }

    private MergeResult merge(MergeInput input, UnitOfWork work) {
        String name = input.master().object();
        ObjectSchema visible = caller.schema().object(name).orElseThrow(() -> Refusals.unknownObject(name));
        if (!visible.is(ObjectTrait.MERGEABLE)) {
            throw new RequestRefusedException(
                    ExceptionCode.INVALID_TYPE, "sObject type '" + visible.name() + "' cannot be merged");
        }
        if (!visible.is(ObjectTrait.DELETABLE) || !visible.is(ObjectTrait.UPDATEABLE)) {
            throw Refusals.insufficientAccess();
        }
        if (input.mergedIds().isEmpty() || input.mergedIds().size() > MOST_PER_MERGE) {
            throw new RecordRefusedException(
                    StatusCode.INVALID_ID_FIELD, "a merge takes one or two records to merge into the master");
        }
        ObjectSchema object = records.table(visible.name()).object();
        StoredRecord master = live(object, input.master().id(), "masterRecord");
        List<StoredRecord> losers = input.mergedIds().stream()
                .map(id -> live(object, id, "recordsToMerge"))
                .toList();
        if (losers.stream().anyMatch(loser -> loser.id().equals(master.id()))
                || losers.stream().map(StoredRecord::id).distinct().count() < losers.size()) {
            throw new RecordRefusedException(
                    StatusCode.INVALID_ID_FIELD, "cannot merge a record with itself: " + master.id());
        }
        List<String> moved = new ArrayList<>();
        RecordMerger merger = new RecordMerger(work, caller.userId(), now);
        for (StoredRecord loser : losers) {
            moved.addAll(merger.merge(records.find(master.id()).orElseThrow(), loser));
        }
        save(input.master(), object, visible, records.find(master.id()).orElseThrow(), work);
        return new MergeResult(
                master.id(),
                losers.stream().map(StoredRecord::id).toList(),
                moved.stream().distinct().toList(),
                List.of());
    }

    private void save(
            RecordInput input, ObjectSchema object, ObjectSchema visible, StoredRecord master, UnitOfWork work) {
        InputReader reader = new InputReader(records, object, visible, FieldInput.strict(), visibility);
        reader.checkNames(input);
        Map<String, @Nullable Object> values = reader.values(input, false);
        writer.save(Change.of(object, master.id(), master, values, now, false, work), caller.userId());
    }

    private StoredRecord live(ObjectSchema object, @Nullable String text, String place) {
        String id = SalesforceId.canonical(text == null ? "" : text)
                .filter(canonical -> canonical.startsWith(object.keyPrefix()))
                .orElseThrow(
                        () -> new RecordRefusedException(StatusCode.MALFORMED_ID, "bad id in " + place + ": " + text));
        StoredRecord found = records.find(id).filter(visibility::sees).orElseThrow(Refusals::invalidCrossReference);
        if (found.deleted()) {
            throw Refusals.isDeleted();
        }
        return found;
    }
}
