package io.plumbline.sandbox.record;

import io.plumbline.sandbox.schema.PermissionSet;
import io.plumbline.sandbox.schema.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One org: its clock, its records, and every way to change them. Safe for many threads; a write of one call is seen whole or not at all.
 *
 * <p>Values are plain Java: String, BigDecimal (numbers), Integer (int fields), Boolean, LocalDate, Instant, LocalTime, {@code null}.
 */
public final class Org {

    /** Most records that one call may write. */
    public static final int MOST_RECORDS_PER_WRITE = 200;

    private final OrgSettings settings;
    private final Schema schema;
    private final VirtualClock clock;
    private final PermissionSet integrationPermissions;

    /**
     * An org with one organization row, an administrator, an integration user and the usual stages and task statuses.
     *
     * @param integrationPermissions what the integration user may see and edit
     */
    public Org(OrgSettings settings, Schema schema, PermissionSet integrationPermissions, VirtualClock clock) {
        this.settings = settings;
        this.schema = schema;
        this.integrationPermissions = integrationPermissions;
        this.clock = clock;
    }

    public OrgSettings settings() {
        return settings;
    }

    public VirtualClock clock() {
        return clock;
    }

    /** Everything, unfiltered; callers see {@link Caller#schema()}. */
    public Schema schema() {
        return schema;
    }

    /** 18 characters, prefix 00D. */
    public String organizationId() {
        throw new UnsupportedOperationException();
    }

    /** Sees and edits everything. */
    public Caller administrator() {
        throw new UnsupportedOperationException();
    }

    /** Sees and edits what its permission set grants. */
    public Caller integrationUser() {
        throw new UnsupportedOperationException(integrationPermissions.name());
    }

    /**
     * Creates records, one result each.
     *
     * @param allOrNone whether one refusal undoes the whole call
     * @throws RequestRefusedException when the call as a whole is wrong: unknown object or field, more than 200 records
     */
    public List<SaveResult> create(Caller caller, List<RecordInput> records, boolean allOrNone) {
        throw new UnsupportedOperationException();
    }

    /** Updates records by Id; as {@link #create} otherwise. */
    public List<SaveResult> update(Caller caller, List<RecordInput> records, boolean allOrNone) {
        throw new UnsupportedOperationException();
    }

    /** Updates the record that carries the external id, or creates it; {@code externalIdField} may be Id. */
    public List<SaveResult> upsert(
            Caller caller, String externalIdField, List<RecordInput> records, boolean allOrNone) {
        throw new UnsupportedOperationException();
    }

    /** Moves records to the recycle bin, with their master-detail children. */
    public List<SaveResult> delete(Caller caller, List<String> ids, boolean allOrNone) {
        throw new UnsupportedOperationException();
    }

    /** Takes records, and the children that went with them, out of the recycle bin. */
    public List<SaveResult> undelete(Caller caller, List<String> ids, boolean allOrNone) {
        throw new UnsupportedOperationException();
    }

    /** The live records of these Ids in their order, empty where there is none or the Id is of another object. */
    public List<Optional<StoredRecord>> retrieve(Caller caller, String object, List<String> ids) {
        throw new UnsupportedOperationException();
    }

    /** The live records that carry this external id, for REST's upsert and read by external id. */
    public List<StoredRecord> findByExternalId(Caller caller, String object, String field, String value) {
        throw new UnsupportedOperationException();
    }

    /** Ids created or changed in a window that starts at most 30 days ago. */
    public Replication.Updated getUpdated(Caller caller, String object, Instant start, Instant end) {
        throw new UnsupportedOperationException();
    }

    /** Records deleted in a window that starts at most 15 days ago. */
    public Replication.Deleted getDeleted(Caller caller, String object, Instant start, Instant end) {
        throw new UnsupportedOperationException();
    }

    /**
     * The privileged entrance of seeds: rows may bring their Id, audit fields and derived values; references are checked, field permissions
     * and required fields other than the name and master are not. Parents first. One result per row, never an exception for bad data.
     */
    public List<LoadResult> load(List<RecordInput> rows) {
        throw new UnsupportedOperationException();
    }

    /**
     * Makes writes that touch this record fail with UNABLE_TO_LOCK_ROW until the org's clock reaches an instant.
     */
    public void lockUntil(String id, Instant until) {
        throw new UnsupportedOperationException();
    }

    /** Makes the next {@code attempts} writes that touch this record fail with UNABLE_TO_LOCK_ROW. */
    public void lockForAttempts(String id, int attempts) {
        throw new UnsupportedOperationException();
    }
}
