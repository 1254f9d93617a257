package io.plumbline.sandbox.record;

import io.plumbline.sandbox.record.refusal.ExceptionCode;
import io.plumbline.sandbox.record.refusal.Refusals;
import io.plumbline.sandbox.record.refusal.RequestRefusedException;
import io.plumbline.sandbox.record.sight.Caller;
import io.plumbline.sandbox.record.sight.CallerView;
import io.plumbline.sandbox.record.sight.Replication;
import io.plumbline.sandbox.record.sight.ReplicationWindow;
import io.plumbline.sandbox.record.sight.Visibility;
import io.plumbline.sandbox.record.store.RecordView;
import io.plumbline.sandbox.record.store.Records;
import io.plumbline.sandbox.record.store.SalesforceId;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.schema.FieldSchema;
import io.plumbline.sandbox.schema.FieldTrait;
import io.plumbline.sandbox.schema.ObjectSchema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The reading calls of the API over the records that one caller sees, other than queries. Used under the org's read lock. */
final class RecordReads {

    private final Records records;
    private final Caller caller;
    private final Instant now;
    private final RecordView seen;

    RecordReads(Records records, Visibility visibility, Caller caller, Instant now) {
        this.records = records;
        this.caller = caller;
        this.now = now;
        this.seen = new CallerView(records, records.late(), visibility);
    }

    List<Optional<StoredRecord>> retrieve(String object, List<String> ids) {
        ObjectSchema wanted = visible(object);
        return ids.stream()
                .map(id -> SalesforceId.canonical(id)
                        .filter(canonical -> canonical.startsWith(wanted.keyPrefix()))
                        .flatMap(seen::find)
                        .filter(record -> !record.deleted()))
                .toList();
    }

    List<StoredRecord> findByExternalId(String object, String field, String value) {
        ObjectSchema visible = visible(object);
        FieldSchema key = visible.field(field)
                .filter(found -> found.is(FieldTrait.EXTERNAL_ID))
                .orElseThrow(() -> new RequestRefusedException(
                        ExceptionCode.NOT_FOUND,
                        "Provided external ID field does not exist or is not accessible: " + field));
        ObjectSchema whole = records.table(visible.name()).object();
        return seen.lookup(whole, key.name(), value).stream()
                .filter(record -> !record.deleted())
                .filter(record -> !key.is(FieldTrait.CASE_SENSITIVE) || value.equals(record.get(key.name())))
                .toList();
    }

    Replication.Updated updated(String object, Instant start, Instant end) {
        ObjectSchema wanted = visible(object);
        return ReplicationWindow.ofUpdated(wanted, start, end, now)
                .heldBackBy(records.late().oldest())
                .updated(seen, wanted);
    }

    Replication.Deleted deleted(String object, Instant start, Instant end) {
        ObjectSchema wanted = visible(object);
        return ReplicationWindow.ofDeleted(wanted, start, end, now)
                .heldBackBy(records.late().oldest())
                .deleted(seen, records.deletions(), wanted, now);
    }

    private ObjectSchema visible(String object) {
        return caller.schema().object(object).orElseThrow(() -> Refusals.unknownObject(object));
    }
}
