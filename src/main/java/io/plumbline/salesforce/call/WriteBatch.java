package io.plumbline.salesforce.call;

import io.plumbline.crm.FieldName;
import io.plumbline.crm.ObjectName;
import io.plumbline.salesforce.RecordWrite;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes that can go in one call: neighbours in the given order, of one kind and object, and no record twice,
 * because Salesforce refuses both then.
 *
 * @param keyField the external id of an upsert; empty for updates
 */
public record WriteBatch(ObjectName object, Optional<FieldName> keyField, List<RecordWrite> writes) {

    public WriteBatch {
        writes = List.copyOf(writes);
    }

    /** @param most records that one call or one job takes */
    public static List<WriteBatch> of(List<RecordWrite> writes, int most) {
        List<WriteBatch> batches = new ArrayList<>();
        List<RecordWrite> open = new ArrayList<>();
        Set<String> records = new HashSet<>();
        for (RecordWrite write : writes) {
            boolean full = open.size() == most;
            if (!open.isEmpty() && (full || !alike(open.get(0), write) || !records.add(record(write)))) {
                batches.add(closed(open));
                open.clear();
                records.clear();
            }
            if (open.isEmpty()) {
                records.add(record(write));
            }
            open.add(write);
        }
        if (!open.isEmpty()) {
            batches.add(closed(open));
        }
        return batches;
    }

    /** Some of its writes, as a batch of their own. */
    public WriteBatch part(int from, int to) {
        return from == 0 && to == writes.size() ? this : new WriteBatch(object, keyField, writes.subList(from, to));
    }

    private static WriteBatch closed(List<RecordWrite> writes) {
        return new WriteBatch(writes.get(0).object(), keyField(writes.get(0)), writes);
    }

    private static boolean alike(RecordWrite one, RecordWrite other) {
        return one.object().equals(other.object())
                && keyField(one).equals(keyField(other))
                && mails(one) == mails(other);
    }

    private static Optional<FieldName> keyField(RecordWrite write) {
        return switch (write) {
            case RecordWrite.Update update -> Optional.empty();
            case RecordWrite.Upsert upsert -> Optional.of(upsert.keyField());
        };
    }

    /** Whether Salesforce may tell the owners of its records by mail. */
    public boolean mailsOwners() {
        return mails(writes.getFirst());
    }

    private static boolean mails(RecordWrite write) {
        return write instanceof RecordWrite.Upsert upsert && upsert.mailsOwner();
    }

    /** What tells the record apart within its batch: its Id, or its key. */
    public static String record(RecordWrite write) {
        return switch (write) {
            case RecordWrite.Update update -> update.id().value();
            case RecordWrite.Upsert upsert -> upsert.key();
        };
    }
}
