package io.plumbline.flow.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.plumbline.flow.SyncSummary;
import io.plumbline.salesforce.codes.RowCause;
import io.plumbline.writeback.WritebackReport;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Counts what the runs of this process did. All meters are there from the start, so that a rise from zero is seen. */
public final class RunMeters {

    private final Map<SyncSummary.Status, Timer> runs = new EnumMap<>(SyncSummary.Status.class);
    private final Map<RowCause, Counter> refused;
    private final Counter judged;
    private final Counter fields;
    private final Counter unknown;
    private final Counter held;
    private final Counter created;
    private final Counter refreshed;
    private final Counter closed;
    private final Counter saved;

    public RunMeters(MeterRegistry registry) {
        for (SyncSummary.Status status : SyncSummary.Status.values()) {
            runs.put(
                    status,
                    Timer.builder("plumbline.runs")
                            .description("Runs by how they ended, and how long they took")
                            .tag("status", lower(status))
                            .register(registry));
        }
        refused = Arrays.stream(RowCause.values())
                .collect(Collectors.toMap(
                        cause -> cause,
                        cause -> Counter.builder("plumbline.records.refused")
                                .description("Records that the org did not take, by the family of its reason")
                                .tag("reason", lower(cause))
                                .register(registry)));
        judged = counter(registry, "plumbline.accounts.judged", "Accounts that were judged");
        saved = counter(registry, "plumbline.records.written", "Accounts and tasks that the org took");
        fields = counter(registry, "plumbline.fields.written", "Fields of accounts that the org took");
        unknown = counter(
                registry, "plumbline.records.unknown", "Records of which nobody knows yet whether they arrived");
        held = counter(registry, "plumbline.records.held", "Records that were planned and not sent");
        created = task(registry, "created");
        refreshed = task(registry, "refreshed");
        closed = task(registry, "closed");
    }

    /** A run has ended, however it did. */
    public void ran(SyncSummary summary) {
        timer(summary.status()).record(summary.took());
        judged.increment(summary.judged());
    }

    /** A run has sent its plan. */
    public void wrote(WritebackReport report) {
        saved.increment(report.ok());
        fields.increment(report.fieldsWritten());
        created.increment(report.tasksCreated());
        refreshed.increment(report.tasksUpdated());
        closed.increment(report.tasksClosed());
        unknown.increment(report.unknown().size());
        held.increment(report.held());
        report.refusals()
                .forEach(refusal -> refused(RowCause.of(refusal.code())).increment());
    }

    private Timer timer(SyncSummary.Status status) {
        return Objects.requireNonNull(runs.get(status));
    }

    private Counter refused(RowCause cause) {
        return Objects.requireNonNull(refused.get(cause));
    }

    private static Counter task(MeterRegistry registry, String move) {
        return Counter.builder("plumbline.tasks")
                .description("Tasks by what was done to them")
                .tag("move", move)
                .register(registry);
    }

    private static Counter counter(MeterRegistry registry, String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
