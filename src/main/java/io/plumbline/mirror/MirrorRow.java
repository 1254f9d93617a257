package io.plumbline.mirror;

import io.plumbline.crm.CrmRecord;
import io.plumbline.crm.RecordId;
import java.time.Instant;
import java.util.Optional;

/**
 * One record of one source as it was last read.
 *
 * @param accountId the account it hangs on, when it names one itself
 * @param parentId the mirrored record it hangs on otherwise, which in turn leads to an account
 * @param stamp its SystemModstamp, or the moment of the snapshot it was in
 * @param deleted whether it lies in the recycle bin, or has vanished from a snapshot
 * @param ownKey the key that Plumbline gave a record of its own
 */
public record MirrorRow(
        RowSource source,
        CrmRecord record,
        Optional<RecordId> accountId,
        Optional<RecordId> parentId,
        Instant stamp,
        boolean deleted,
        Optional<String> ownKey) {

    /** A row with a parent follows its parent, also to another account, although nothing of its own changes (trap C8). */
    public MirrorRow {
        if (accountId.isPresent() && parentId.isPresent()) {
            throw new IllegalArgumentException(
                    record.object() + " " + record.id() + " hangs either on an account or on a parent, not on both");
        }
    }

    public RecordId id() {
        return record.id();
    }
}
