package io.plumbline.writeback;

import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.ApiUsage;
import io.plumbline.salesforce.ObjectDescription;
import io.plumbline.salesforce.OrgIdentity;
import io.plumbline.salesforce.PageCursor;
import io.plumbline.salesforce.RecordPage;
import io.plumbline.salesforce.RecordWrite;
import io.plumbline.salesforce.SalesforceOrg;
import io.plumbline.salesforce.SoqlQuery;
import io.plumbline.salesforce.WriteGuard;
import io.plumbline.salesforce.WriteOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** An org in memory that keeps what is written and can be told to fail. It reads nothing. */
final class FakeOrg implements SalesforceOrg {

    static final Instant SERVER_TIME = Instant.parse("2026-06-30T04:00:00Z");

    /** What goes wrong with one record of one call; null saves it. */
    interface Fault {
        @org.jspecify.annotations.Nullable
        WriteOutcome of(RecordWrite write, int call);
    }

    final List<List<RecordWrite>> calls = new ArrayList<>();
    final Map<RecordId, Map<FieldName, FieldValue>> accounts = new HashMap<>();
    final Map<String, Map<FieldName, FieldValue>> tasksByKey = new LinkedHashMap<>();
    final Map<String, RecordId> taskIds = new HashMap<>();
    private Fault fault = (write, call) -> null;
    private Runnable beforeCall = () -> {};
    private Runnable afterCommit = () -> {};
    private int looks;
    private Runnable betweenLooks = () -> {};
    private int tasksMade;
    private int answered = Integer.MAX_VALUE;
    private boolean objectMayBeMade = true;
    private Instant now = SERVER_TIME;

    /** Something about the objects is another way now. */
    void schemaChanges() {
        objectMayBeMade = !objectMayBeMade;
    }

    /** How often a task was made, whatever its key. */
    int tasksMade() {
        return tasksMade;
    }

    void goOn(Duration by) {
        now = now.plus(by);
    }

    /** Answers end after so many records, though all are saved. */
    void answersOnly(int records) {
        answered = records;
    }

    void refuses(Fault which) {
        fault = which;
    }

    void before(Runnable failure) {
        beforeCall = failure;
    }

    void afterCommit(Runnable failure) {
        afterCommit = failure;
    }

    /** What is written from now on is looked at so often before it is done. */
    void takesLong(int numberOfLooks, Runnable betweenTwo) {
        looks = numberOfLooks;
        betweenLooks = betweenTwo;
    }

    @Override
    public List<WriteOutcome> write(List<RecordWrite> writes, WriteGuard guard) {
        guard.check();
        for (int look = 0; look < looks; look++) {
            betweenLooks.run();
            guard.check();
        }
        return write(writes);
    }

    void behaves() {
        fault = (write, call) -> null;
        beforeCall = () -> {};
        afterCommit = () -> {};
    }

    @Override
    public List<WriteOutcome> write(List<RecordWrite> writes) {
        calls.add(writes);
        beforeCall.run();
        List<WriteOutcome> outcomes = new ArrayList<>();
        for (RecordWrite write : writes) {
            WriteOutcome failed = fault.of(write, calls.size());
            outcomes.add(failed == null ? save(write) : failed);
        }
        afterCommit.run();
        return outcomes.subList(0, Math.min(answered, outcomes.size()));
    }

    private WriteOutcome save(RecordWrite write) {
        return switch (write) {
            case RecordWrite.Update update -> {
                accounts.computeIfAbsent(update.id(), id -> new HashMap<>()).putAll(update.fields());
                yield new WriteOutcome.Saved(update.id(), false);
            }
            case RecordWrite.Upsert upsert -> {
                boolean created = !tasksByKey.containsKey(upsert.key());
                tasksMade += created ? 1 : 0;
                tasksByKey.computeIfAbsent(upsert.key(), key -> new HashMap<>()).putAll(upsert.fields());
                RecordId id = taskIds.computeIfAbsent(
                        upsert.key(), key -> RecordId.of("00T" + String.format("%012d", taskIds.size() + 1)));
                yield new WriteOutcome.Saved(id, created);
            }
        };
    }

    @Override
    public Instant serverTime() {
        return now;
    }

    @Override
    public OrgIdentity identity() {
        throw new AssertionError("writing asks for no identity");
    }

    @Override
    public Set<ObjectName> objects() {
        throw new AssertionError("writing lists no objects");
    }

    @Override
    public boolean describeAhead(Collection<ObjectName> objects) {
        return true;
    }

    @Override
    public ObjectDescription describe(ObjectName object) {
        return ObjectDescription.of(object, objectMayBeMade, true, List.of());
    }

    @Override
    public RecordPage query(SoqlQuery query) {
        throw new AssertionError("writing queries nothing");
    }

    @Override
    public RecordPage next(PageCursor cursor) {
        throw new AssertionError("writing reads no pages");
    }

    @Override
    public ApiUsage usage() {
        return new ApiUsage(calls.size(), OptionalLong.empty(), OptionalLong.empty());
    }
}
