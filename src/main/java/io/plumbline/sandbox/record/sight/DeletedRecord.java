package io.plumbline.sandbox.record.sight;

import java.time.Instant;

/** One line of getDeleted. */
public record DeletedRecord(String id, Instant deletedDate) {}
