package io.plumbline.sandbox.record;

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
import io.plumbline.sandbox.schema.ObjectTrait;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** The writing calls of the API over the records: one result a record, partial success or all or none. Used under the org's write lock. */
final class RecordCalls {

    private static final SaveResult ROLLED_BACK = SaveResult.refused(RecordError.of(
            StatusCode.ALL_OR_NONE_OPERATION_ROLLED_BACK,
            "Record rolled back because not all records were valid and the request was using AllOrNone header"));

    private final Records records;
    private final RecordSaving saving;
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
        this.saving = new RecordSaving(records, writer, visibility, caller, now);
        this.remover = remover;
        this.visibility = visibility;
        this.caller = caller;
        this.now = now;
        this.allOrNone = allOrNone;
    }

    List<SaveResult> create(List<RecordInput> inputs) {
        inputs.forEach(saving::checkNames);
        return each(inputs, (input, work) -> {
            if (RecordSaving.hasId(input)) {
                throw new RecordRefusedException(
                        StatusCode.INVALID_FIELD_FOR_INSERT_UPDATE, "cannot specify Id in an insert call", "Id");
            }
            return saving.insert(input, work);
        });
    }

    List<SaveResult> update(List<RecordInput> inputs) {
        inputs.forEach(saving::checkNames);
        Set<String> seen = new HashSet<>();
        return each(inputs, (input, work) -> {
            String id = RecordSaving.idOf(input);
            if (!seen.add(id)) {
                throw Refusals.sameTwice(id);
            }
            return saving.change(input, id, work);
        });
    }

    List<SaveResult> upsert(String keyField, List<RecordInput> inputs) {
        inputs.forEach(saving::checkNames);
        Upsert upsert = new Upsert(keyField, saving, records, visibility);
        inputs.forEach(upsert::check);
        return each(inputs, upsert::save);
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
