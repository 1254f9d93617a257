package io.plumbline.sandbox.record;

import io.plumbline.sandbox.record.saving.RowLocks;
import io.plumbline.sandbox.record.store.Records;
import io.plumbline.sandbox.record.store.SalesforceId;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.record.store.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What happens in an org without anybody calling its API: slow transactions, system touches, purges, locks held by others. */
public final class Interventions {

    private final Records records;
    private final RowLocks locks;
    private final Supplier<Instant> stamp;
    private final OrgLock lock;

    Interventions(Records records, RowLocks locks, Supplier<Instant> stamp, OrgLock lock) {
        this.records = records;
        this.locks = locks;
        this.stamp = stamp;
        this.lock = lock;
    }

    /**
     * Lets everything that is saved from now on keep its stamp and become visible only after a time, as what a slow transaction saves does
     * (trap C1). Zero ends it for later saves; what was saved meanwhile becomes visible when its time has come.
     */
    public void delayCommits(Duration by) {
        lock.writing(() -> {
            records.late().delay(by);
            return by;
        });
    }

    /** Moves the system stamp of records to now and nothing else, as internal processes of the service do (trap C11). */
    public void touch(Collection<String> ids) {
        lock.writing(() -> {
            UnitOfWork work = new UnitOfWork(records);
            ids.stream().map(this::record).forEach(record -> {
                Map<String, Object> values = new HashMap<>(record.values());
                values.put("SystemModstamp", stamp.get());
                work.put(new StoredRecord(record.object(), record.id(), Map.copyOf(values)));
            });
            return ids;
        });
    }

    /** Takes deleted records out of the recycle bin for good: no queryAll and no getDeleted shows them any more (trap G3). */
    public void purge(Collection<String> ids) {
        lock.writing(() -> {
            UnitOfWork work = new UnitOfWork(records);
            List<StoredRecord> found = ids.stream().map(this::record).toList();
            found.stream().filter(record -> !record.deleted()).findFirst().ifPresent(live -> {
                throw new IllegalArgumentException(live.id() + " is not in the recycle bin");
            });
            found.forEach(record -> {
                work.remove(record);
                work.forgetDeletion(record.id());
            });
            return ids;
        });
    }

    /** Makes writes that touch this record fail with UNABLE_TO_LOCK_ROW until the org's clock reaches an instant. */
    public void lockUntil(String id, Instant until) {
        String canonical = canonical(id);
        lock.writing(() -> {
            locks.until(canonical, until);
            return canonical;
        });
    }

    /** Makes the next {@code attempts} writes that touch this record fail with UNABLE_TO_LOCK_ROW. */
    public void lockForAttempts(String id, int attempts) {
        String canonical = canonical(id);
        lock.writing(() -> {
            locks.forAttempts(canonical, attempts);
            return canonical;
        });
    }

    private StoredRecord record(String id) {
        return records.find(canonical(id)).orElseThrow(() -> new IllegalArgumentException("there is no record " + id));
    }

    private static String canonical(String id) {
        return SalesforceId.canonical(id).orElseThrow(() -> new IllegalArgumentException(id + " is no Id"));
    }
}
