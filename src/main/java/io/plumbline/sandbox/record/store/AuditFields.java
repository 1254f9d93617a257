package io.plumbline.sandbox.record.store;

import java.time.Instant;
import java.util.Map;

/** The fields that say who made and who last changed a record, and when. */
public final class AuditFields {

    private AuditFields() {}

    /** Those of a record made now by a user. */
    public static Map<String, Object> of(Instant now, String userId) {
        return Map.of(
                "CreatedDate", now,
                "CreatedById", userId,
                "LastModifiedDate", now,
                "LastModifiedById", userId,
                "SystemModstamp", now);
    }
}
