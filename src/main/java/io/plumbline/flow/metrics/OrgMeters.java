package io.plumbline.flow.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.plumbline.config.connector.ConnectorConfig.ApiBudget;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.ApiUsage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Shows how the connector's own data about the orgs of this process stand. An org is shown from the first run that
 * signed in to it; the database is asked when somebody looks, and not more than once in ten seconds.
 */
public final class OrgMeters {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final MeterRegistry registry;
    private final OrgReadings readings;
    private final ApiBudget budget;
    private final Clock clock;
    private final ConcurrentMap<RecordId, Shown> orgs = new ConcurrentHashMap<>();

    public OrgMeters(MeterRegistry registry, OrgReadings readings, ApiBudget budget, Clock clock) {
        this.registry = registry;
        this.readings = readings;
        this.budget = budget;
        this.clock = clock;
    }

    /** This process works for that org. */
    public void show(RecordId org) {
        orgs.computeIfAbsent(org, this::bound);
    }

    /** The org told of its limit, by which the budget is known. */
    public void told(RecordId org, ApiUsage usage) {
        Shown shown = orgs.get(org);
        if (shown != null && usage.orgLimit().isPresent()) {
            shown.budget = Math.floor(budget.dailyShare() * usage.orgLimit().getAsLong());
        }
    }

    private Shown bound(RecordId org) {
        Shown shown = new Shown(org);
        gauge(shown, "plumbline.store.readable", "Whether the connector's own database answers", OrgFigures::readable);
        gauge(
                shown,
                "plumbline.run.last.complete",
                "seconds",
                "When the last complete run ended, since 1970; 0 when none ever did",
                OrgFigures::lastComplete);
        gauge(
                shown,
                "plumbline.mirror.read.up.to",
                "seconds",
                "Up to when everything was read, since 1970; 0 when something never was",
                OrgFigures::readUpTo);
        gauge(shown, "plumbline.outbox.backlog", "Changes that are planned and not in the org", OrgFigures::backlog);
        gauge(
                shown,
                "plumbline.quarantine.records",
                "Records that the org refuses for a reason of their own",
                OrgFigures::quarantined);
        gauge(shown, "plumbline.lease.held", "Whether an instance is at work on the org", OrgFigures::leased);
        gauge(shown, "plumbline.api.used", "API calls of the runs of the last 24 hours", OrgFigures::calls);
        Gauge.builder("plumbline.api.budget", shown, each -> each.budget)
                .description("API calls that connector.yaml allows in 24 hours; nothing before the org told its limit")
                .tag("org", org.value())
                .register(registry);
        return shown;
    }

    private void gauge(Shown shown, String name, String description, ToDoubleFunction<OrgFigures> figure) {
        gauge(shown, name, null, description, figure);
    }

    private void gauge(
            Shown shown, String name, @Nullable String unit, String description, ToDoubleFunction<OrgFigures> figure) {
        Gauge.builder(name, shown, each -> figure.applyAsDouble(each.figures()))
                .baseUnit(unit)
                .description(description)
                .tag("org", shown.org.value())
                .strongReference(true)
                .register(registry);
    }

    /** What is shown of one org, read when it is looked at. */
    private final class Shown {

        private final RecordId org;
        private volatile double budget = Double.NaN;
        private OrgFigures figures = OrgFigures.UNREADABLE;
        private Instant readAt = Instant.EPOCH;

        Shown(RecordId org) {
            this.org = org;
        }

        synchronized OrgFigures figures() {
            Instant now = clock.instant();
            if (!now.isBefore(readAt.plus(FRESH)) || now.isBefore(readAt)) {
                figures = readings.of(org);
                readAt = now;
            }
            return figures;
        }
    }
}
