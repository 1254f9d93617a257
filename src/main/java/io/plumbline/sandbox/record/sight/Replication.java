package io.plumbline.sandbox.record.sight;

import java.time.Instant;
import java.util.List;

/** Answers of getUpdated and getDeleted; {@code latestDateCovered} is cut to the minute, as the real one is. */
public sealed interface Replication {

    Instant latestDateCovered();

    /** Ids of records created or changed in the window. */
    record Updated(List<String> ids, Instant latestDateCovered) implements Replication {}

    /** Records deleted in the window. */
    record Deleted(List<DeletedRecord> records, Instant earliestDateAvailable, Instant latestDateCovered)
            implements Replication {}
}
