package io.plumbline.flow.checkup;

import io.plumbline.config.connector.ConnectorConfig.ApiBudget;
import io.plumbline.crm.RecordId;
import io.plumbline.flow.checking.CallBudget;
import io.plumbline.flow.checking.RunMeter;
import io.plumbline.journal.Runs;
import io.plumbline.salesforce.ApiUsage;
import io.plumbline.salesforce.SalesforceFailedException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether a sync would have API calls to work with, by the meter that every answer of the org carries. */
final class BudgetCheck implements SignedInCheck {

    private static final Duration DAY = Duration.ofHours(24);

    private final Optional<DataSource> database;
    private final Clock clock;

    BudgetCheck(Optional<DataSource> database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "budget";
    }

    @Override
    public String subject() {
        return "API calls";
    }

    @Override
    public List<CheckupLine> lines(SignedIn org) {
        ApiUsage usage = org.salesforce().usage();
        if (usage.orgLimit().isEmpty() || usage.orgUsed().isEmpty()) {
            return List.of(CheckupLine.notChecked(id(), subject(), "the org did not tell how many calls it allows."));
        }
        ApiBudget api = org.configuration().connector().api();
        Optional<Long> ours = oursToday(org.identity().orgId());
        try {
            new CallBudget(api, ours.orElse(0L), RunMeter.start(org.salesforce()))
                    .check(usage, CallBudget.Purpose.READING);
        } catch (SalesforceFailedException beyond) {
            return List.of(CheckupLine.failed(id(), subject(), beyond.failure()));
        }
        return List.of(CheckupLine.ok(id(), subject(), numbers(usage, api, ours)));
    }

    private static String numbers(ApiUsage usage, ApiBudget api, Optional<Long> ours) {
        long limit = usage.orgLimit().orElseThrow();
        return String.format(
                Locale.ROOT,
                "All programs used %,d of the org's %,d calls in 24 hours. Plumbline's share is %,d (api.dailyShare), %s;"
                        + " %,d stay free for everybody else (api.keepFree).",
                usage.orgUsed().orElseThrow(),
                limit,
                (long) Math.floor(api.dailyShare() * limit),
                ours.map(calls -> String.format(Locale.ROOT, "its syncs used %,d of it", calls))
                        .orElse("what its syncs used of it is not known without their database"),
                (long) Math.ceil(api.keepFree() * limit));
    }

    private Optional<Long> oursToday(RecordId org) {
        try {
            return database.map(source -> new Runs(JdbcClient.create(source), clock).callsWithin(org, DAY));
        } catch (DataAccessException notPrepared) {
            return Optional.empty();
        }
    }
}
