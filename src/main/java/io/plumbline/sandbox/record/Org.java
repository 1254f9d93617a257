package io.plumbline.sandbox.record;

import io.plumbline.sandbox.record.input.RecordInput;
import io.plumbline.sandbox.record.refusal.RequestRefusedException;
import io.plumbline.sandbox.record.saving.RecordRemover;
import io.plumbline.sandbox.record.saving.RecordWriter;
import io.plumbline.sandbox.record.saving.RowLocks;
import io.plumbline.sandbox.record.sight.Access;
import io.plumbline.sandbox.record.sight.Caller;
import io.plumbline.sandbox.record.sight.CallerView;
import io.plumbline.sandbox.record.sight.Replication;
import io.plumbline.sandbox.record.sight.Visibility;
import io.plumbline.sandbox.record.store.ActivityArchive;
import io.plumbline.sandbox.record.store.Address;
import io.plumbline.sandbox.record.store.LateCommits;
import io.plumbline.sandbox.record.store.RecordView;
import io.plumbline.sandbox.record.store.Records;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.record.store.UnitOfWork;
import io.plumbline.sandbox.schema.FieldChange;
import io.plumbline.sandbox.schema.FieldSchema;
import io.plumbline.sandbox.schema.ObjectSchema;
import io.plumbline.sandbox.schema.PermissionSet;
import io.plumbline.sandbox.schema.Schema;
import io.plumbline.sandbox.setup.OrgSettings;
import io.plumbline.sandbox.setup.Setup;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One org: its clock, its records, and every way to change them. Safe for many threads; a write of one call is seen whole or not at all.
 *
 * <p>Values are plain Java: String, BigDecimal (numbers), Integer (int fields), Boolean, LocalDate, Instant, LocalTime, {@code null}. Who
 * may read an object sees all its records, except those that {@link Setup#sharing} hides and private events of others.
 */
public final class Org {

    /** Most records that one call may write. */
    public static final int MOST_RECORDS_PER_WRITE = 200;

    private final OrgSettings settings;
    private final Access access;
    private final VirtualClock clock;
    private final Setup setup = new Setup();
    private final Records records;
    private final Interventions interventions;
    private final RecordWriter writer;
    private final RecordRemover remover;
    private final String organizationId;
    private final OrgLock lock = new OrgLock();

    /**
     * An org with one organization row, an administrator, an integration user and the usual stages and task statuses.
     *
     * @param integrationPermissions what the integration user may see and edit
     */
    public Org(OrgSettings settings, Schema schema, PermissionSet integrationPermissions, VirtualClock clock) {
        this.settings = settings;
        this.access = new Access(schema, integrationPermissions);
        this.clock = clock;
        RowLocks locks = new RowLocks(clock);
        this.records = new Records(schema, new ActivityArchive(clock, settings.zone()), new LateCommits(clock));
        this.interventions = new Interventions(records, locks, this::stamp, lock);
        this.writer = new RecordWriter(settings, setup, locks);
        this.remover = new RecordRemover(locks);
        this.organizationId = new FirstRecords(records, settings, clock.instant()).store();
    }

    public OrgSettings settings() {
        return settings;
    }

    /** What an administrator has set up; may be changed at any time. */
    public Setup setup() {
        return setup;
    }

    /** What happens here without a call of the API. */
    public Interventions interventions() {
        return interventions;
    }

    public VirtualClock clock() {
        return clock;
    }

    /** Everything, unfiltered; callers see {@link Caller#schema()}. */
    public Schema schema() {
        return access.schema();
    }

    /** 18 characters, prefix 00D. */
    public String organizationId() {
        return organizationId;
    }

    /** Sees and edits everything; user name {@code admin@sandbox.plumbline.example}. */
    public Caller administrator() {
        return access.administrator();
    }

    /** Sees and edits what its permission set grants; user name {@code integration@sandbox.plumbline.example}. */
    public Caller integrationUser() {
        return access.integrationUser();
    }

    /** What the integration user may see and edit at the moment. */
    public PermissionSet integrationPermissions() {
        return access.integrationPermissions();
    }

    /** Changes what the integration user may see and edit, from its next call on. */
    public void permitIntegrationUser(PermissionSet permissions) {
        access.permitIntegrationUser(permissions);
    }

    /**
     * Changes a field for everybody, from the next call on.
     *
     * @throws IllegalArgumentException when there is no such object or field, or one already
     */
    public void change(String object, FieldChange change) {
        lock.writing(() -> {
            ObjectSchema changed = access.change(object, change);
            records.change(access.schema(), changed, change);
            return changed;
        });
    }

    /** Who signs in with this user name: one of the two above. */
    public Optional<Caller> callerNamed(String username) {
        return access.callerNamed(username);
    }

    /**
     * Creates records, one result each.
     *
     * @param allOrNone whether one refusal undoes the whole call
     * @throws RequestRefusedException when the call as a whole is wrong: unknown object or field, more than 200 records
     */
    public List<SaveResult> create(Caller caller, List<RecordInput> inputs, boolean allOrNone) {
        return lock.writing(() -> calls(caller, allOrNone).create(inputs));
    }

    /** Updates records by Id; as {@link #create} otherwise. */
    public List<SaveResult> update(Caller caller, List<RecordInput> inputs, boolean allOrNone) {
        return lock.writing(() -> calls(caller, allOrNone).update(inputs));
    }

    /** Updates the record that carries the external id, or creates it; {@code externalIdField} may be Id. */
    public List<SaveResult> upsert(Caller caller, String externalIdField, List<RecordInput> inputs, boolean allOrNone) {
        return lock.writing(() -> calls(caller, allOrNone).upsert(externalIdField, inputs));
    }

    /** Moves records to the recycle bin, with their master-detail children. */
    public List<SaveResult> delete(Caller caller, List<String> ids, boolean allOrNone) {
        return lock.writing(() -> calls(caller, allOrNone).delete(ids));
    }

    /** Takes records, and the children that went with them, out of the recycle bin. */
    public List<SaveResult> undelete(Caller caller, List<String> ids, boolean allOrNone) {
        return lock.writing(() -> calls(caller, allOrNone).undelete(ids));
    }

    /** Merges records of one object into another of them; one result a merge. */
    public List<MergeResult> merge(Caller caller, List<MergeInput> inputs) {
        return lock.writing(() -> new MergeCalls(records, writer, visibility(caller), caller, stamp()).merge(inputs));
    }

    /** Takes deleted records out of the recycle bin for good. */
    public List<SaveResult> emptyRecycleBin(Caller caller, List<String> ids) {
        return lock.writing(() -> calls(caller, false).emptyRecycleBin(ids));
    }

    /**
     * The live records of these Ids in their order, empty where there is none or the Id is of another object. All fields are in them; show
     * only those of the caller's schema, with {@link #value}.
     */
    public List<Optional<StoredRecord>> retrieve(Caller caller, String object, List<String> ids) {
        return reads(caller, reads -> reads.retrieve(object, ids));
    }

    /** The live records that carry this external id, for REST's upsert and read by external id. */
    public List<StoredRecord> findByExternalId(Caller caller, String object, String field, String value) {
        return reads(caller, reads -> reads.findByExternalId(object, field, value));
    }

    /** A field of a record as a reader sees it: stored, or worked out on reading as {@link Address addresses} and IsArchived are. */
    public @Nullable Object value(StoredRecord stored, FieldSchema field) {
        return records.value(stored, field);
    }

    /** Ids created or changed in a window that starts at most 30 days ago. */
    public Replication.Updated getUpdated(Caller caller, String object, Instant start, Instant end) {
        return reads(caller, reads -> reads.updated(object, start, end));
    }

    /** Records deleted in a window that starts at most 15 days ago. */
    public Replication.Deleted getDeleted(Caller caller, String object, Instant start, Instant end) {
        return reads(caller, reads -> reads.deleted(object, start, end));
    }

    /**
     * The privileged entrance of seeds: rows may bring their Id, audit fields and derived values; references are checked, field permissions
     * and required fields other than the name, the stage and the master are not. Parents first. One result per row, never an exception for
     * bad data. Opportunities that are loaded write no OpportunityHistory; a seed brings its own.
     */
    public List<LoadResult> load(List<RecordInput> rows) {
        return lock.writing(() -> {
            RecordLoader loader =
                    new RecordLoader(records, administrator(), writer, visibility(administrator()), stamp());
            return rows.stream().map(loader::load).toList();
        });
    }

    /**
     * Several calls as one: what they changed is undone when they did not succeed; nobody else reads or writes meanwhile.
     *
     * @param calls makes the calls; whether they all succeeded
     */
    public boolean together(BooleanSupplier calls) {
        return lock.writing(() -> {
            List<UnitOfWork> units = new ArrayList<>();
            records.collect(units);
            boolean succeeded = false;
            try {
                succeeded = calls.getAsBoolean();
            } finally {
                records.collect(null);
                if (!succeeded) {
                    units.reversed().forEach(unit -> unit.rollBackTo(0));
                }
            }
            return succeeded;
        });
    }

    /** Reads everything there is, in its newest version, as of one moment; the reader must not write to the org. */
    public <T> T read(Function<Records, T> reader) {
        return lock.reading(() -> reader.apply(records));
    }

    /** Reads what a caller sees, committed and shared with it, as of one moment; which fields it may see is its schema's matter. */
    public <T> T readAs(Caller caller, Function<RecordView, T> reader) {
        return lock.reading(() -> reader.apply(new CallerView(records, records.late(), visibility(caller))));
    }

    private <T> T reads(Caller caller, Function<RecordReads, T> reader) {
        return lock.reading(() -> reader.apply(new RecordReads(records, visibility(caller), caller, clock.instant())));
    }

    private RecordCalls calls(Caller caller, boolean allOrNone) {
        return new RecordCalls(records, writer, remover, visibility(caller), caller, stamp(), allOrNone);
    }

    private Visibility visibility(Caller caller) {
        return new Visibility(records, setup.sharing(), caller);
    }

    // Salesforce keeps its stamps to the second, whence the 000 at the end of every date-time.
    private Instant stamp() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
