package io.plumbline.sandbox.record.sight;

import io.plumbline.sandbox.record.refusal.ExceptionCode;
import io.plumbline.sandbox.record.refusal.RequestRefusedException;
import io.plumbline.sandbox.record.store.RecordView;
import io.plumbline.sandbox.record.store.Records;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.schema.ObjectSchema;
import io.plumbline.sandbox.schema.ObjectTrait;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A window of getUpdated or getDeleted as Salesforce cuts it: to whole minutes, at least one of them, not further back than the log reaches
 * (traps C12, G2).
 */
public record ReplicationWindow(Instant start, Instant end, Instant latestCovered) {

    private static final int UPDATED_DAYS = 30;
    private static final int DELETED_DAYS = 15;

    public static ReplicationWindow ofUpdated(ObjectSchema object, Instant start, Instant end, Instant now) {
        return of(object, start, end, now, UPDATED_DAYS);
    }

    public static ReplicationWindow ofDeleted(ObjectSchema object, Instant start, Instant end, Instant now) {
        return of(object, start, end, now, DELETED_DAYS);
    }

    private static ReplicationWindow of(ObjectSchema object, Instant start, Instant end, Instant now, int days) {
        if (!object.is(ObjectTrait.REPLICATEABLE)) {
            throw new RequestRefusedException(
                    ExceptionCode.INVALID_TYPE, "Entity type " + object.name() + " is not replicateable");
        }
        Instant from = start.truncatedTo(ChronoUnit.MINUTES);
        Instant to = end.truncatedTo(ChronoUnit.MINUTES);
        if (!from.isBefore(to)) {
            throw new RequestRefusedException(
                    ExceptionCode.INVALID_REPLICATION_DATE,
                    "endDate must be at least one minute greater than the startDate");
        }
        if (from.isBefore(now.minus(Duration.ofDays(days)))) {
            throw new RequestRefusedException(
                    ExceptionCode.INVALID_REPLICATION_DATE, "startDate cannot be more than " + days + " days ago");
        }
        Instant nowMinute = now.truncatedTo(ChronoUnit.MINUTES);
        return new ReplicationWindow(from, to, to.isBefore(nowMinute) ? to : nowMinute);
    }

    /** The same window, covered only up to the first save of the oldest transaction that is still open. */
    public ReplicationWindow heldBackBy(Optional<Instant> oldestOpen) {
        return oldestOpen
                .map(saved -> saved.truncatedTo(ChronoUnit.MINUTES))
                .filter(latestCovered::isAfter)
                .map(held -> new ReplicationWindow(start, end, held))
                .orElse(this);
    }

    public Replication.Updated updated(RecordView records, ObjectSchema object) {
        List<String> ids = records.all(object).stream()
                .filter(record ->
                        !record.deleted() && record.get("SystemModstamp") instanceof Instant stamp && contains(stamp))
                .map(StoredRecord::id)
                .toList();
        return new Replication.Updated(ids, latestCovered);
    }

    public Replication.Deleted deleted(
            RecordView records, Map<String, Records.Deletion> deletions, ObjectSchema object, Instant now) {
        List<DeletedRecord> found = deletions.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(object.keyPrefix())
                        && contains(entry.getValue().at()))
                .filter(entry -> records.find(entry.getKey())
                        .filter(StoredRecord::deleted)
                        .isPresent())
                .map(entry -> new DeletedRecord(entry.getKey(), entry.getValue().at()))
                .toList();
        Instant earliest = now.minus(Duration.ofDays(DELETED_DAYS)).truncatedTo(ChronoUnit.MINUTES);
        return new Replication.Deleted(found, earliest, latestCovered);
    }

    private boolean contains(Instant at) {
        return !at.isBefore(start) && at.isBefore(end);
    }
}
