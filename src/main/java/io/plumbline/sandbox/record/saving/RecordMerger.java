package io.plumbline.sandbox.record.saving;

import io.plumbline.sandbox.record.derived.ActivityDerivation;
import io.plumbline.sandbox.record.store.Records;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.record.store.UnitOfWork;
import io.plumbline.sandbox.schema.ChildRelationship;
import io.plumbline.sandbox.schema.ObjectSchema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets one record take over from others of its kind: what points at them points at it afterwards, and they go to the recycle bin with its Id
 * in MasterRecordId (trap G1). Records that are in the bin already keep what they pointed at, so that of a chain of merges each link shows.
 *
 * <p>That moving a child changes its system stamp alone, and not its last modification, is not confirmed.
 */
public final class RecordMerger {

    private final UnitOfWork work;
    private final String userId;
    private final Instant now;

    public RecordMerger(UnitOfWork work, String userId, Instant now) {
        this.work = work;
        this.userId = userId;
        this.now = now;
    }

    /** Merges; gives back the records that have the master for a parent now. */
    public List<String> merge(StoredRecord master, StoredRecord loser) {
        List<String> moved = new ArrayList<>();
        for (ChildRelationship child : master.object().childRelationships()) {
            ObjectSchema children = work.records().table(child.childObject()).object();
            for (StoredRecord held : work.records().lookup(children, child.field(), loser.id())) {
                if (!held.deleted() && !held.id().equals(master.id())) {
                    move(held, child.field(), master.id());
                    moved.add(held.id());
                }
            }
        }
        Map<String, Object> gone = new HashMap<>(loser.values());
        gone.put("IsDeleted", true);
        gone.put("MasterRecordId", master.id());
        gone.put("SystemModstamp", now);
        gone.put("LastModifiedDate", now);
        gone.put("LastModifiedById", userId);
        work.put(new StoredRecord(loser.object(), loser.id(), Map.copyOf(gone)));
        work.noteDeletion(loser.id(), new Records.Deletion(loser.id(), now));
        ActivityDerivation.refresh(work, master.id(), now, false);
        return moved;
    }

    private void move(StoredRecord held, String field, String to) {
        Map<String, Object> values = new HashMap<>(held.values());
        values.put(field, to);
        values.put("SystemModstamp", now);
        if (held.object().name().equals("AccountContactRelation") && hasTwin(held, values)) {
            work.remove(held);
        } else {
            work.put(new StoredRecord(held.object(), held.id(), Map.copyOf(values)));
        }
    }

    /** An account and a contact have one relation at most; the one that would be the second goes. */
    private boolean hasTwin(StoredRecord moved, Map<String, Object> values) {
        return values.get("AccountId") instanceof String account
                && work.records().lookup(moved.object(), "AccountId", account).stream()
                        .anyMatch(other -> !other.id().equals(moved.id())
                                && !other.deleted()
                                && values.get("ContactId") instanceof String contact
                                && contact.equals(other.get("ContactId")));
    }
}
