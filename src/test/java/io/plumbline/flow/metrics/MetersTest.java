package io.plumbline.flow.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.plumbline.config.Configuration;
import io.plumbline.crm.RecordId;
import io.plumbline.journal.Run;
import io.plumbline.journal.RunCounters;
import io.plumbline.journal.RunId;
import io.plumbline.journal.Runs;
import io.plumbline.mirror.Mirror;
import io.plumbline.salesforce.ApiUsage;
import io.plumbline.testing.TestDatabase;
import io.plumbline.testing.TurnedClock;
import io.plumbline.writeback.Outbox;
import io.plumbline.writeback.StepWatch;
import io.plumbline.writeback.WritebackReport;
import io.plumbline.writeback.quarantine.Quarantine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class MetersTest {

    private static final RecordId ORG = RecordId.of("00D000000000001EAA");
    private static final RecordId ACCOUNT = RecordId.of("001000000000001AAA");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final TurnedClock clock = new TurnedClock(Instant.parse("2026-05-04T10:00:00Z"));
    private final DataSource database = TestDatabase.migrated();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Runs runs = new Runs(jdbc, clock);
    private final OrgMeters meters = new OrgMeters(
            registry,
            new OrgReadings(
                    jdbc,
                    runs,
                    new Mirror(database),
                    new Outbox(
                            new NamedParameterJdbcTemplate(database),
                            new TransactionTemplate(new JdbcTransactionManager(database)),
                            clock,
                            StepWatch.NOBODY),
                    new Quarantine(jdbc)),
            Configuration.shipped().connector().api(),
            clock);

    /** A release of Salesforce that brings a hundred new codes brings no new label. */
    @Test
    void refusalsAreCountedByTheFamilyOfTheirReason() {
        new RunMeters(registry)
                .wrote(new WritebackReport(
                        0,
                        Set.of(),
                        0,
                        0,
                        0,
                        List.of(
                                refusal("INSUFFICIENT_ACCESS_OR_READONLY"),
                                refusal("INSUFFICIENT_ACCESS"),
                                refusal("A_CODE_OF_2031")),
                        List.of(),
                        List.of(),
                        4,
                        Optional.empty()));

        assertThat(refused("no_access")).isEqualTo(2);
        assertThat(refused("not_known")).isEqualTo(1);
        assertThat(refused("validation_rule")).isZero();
        assertThat(registry.get("plumbline.records.held").counter().count()).isEqualTo(4);
    }

    @Test
    void whatTheLastRunLeftIsBacklogUntilARunLeavesNothing() {
        meters.show(ORG);
        finish(Run.State.PARTIAL, 3, 2);
        assertThat(gauge("plumbline.outbox.backlog")).isEqualTo(5);
        assertThat(gauge("plumbline.run.last.complete")).as("none yet").isZero();

        clock.turn(Duration.ofMinutes(15));
        finish(Run.State.COMPLETE, 0, 0);

        assertThat(gauge("plumbline.outbox.backlog")).isZero();
        assertThat(gauge("plumbline.run.last.complete"))
                .isEqualTo(clock.instant().getEpochSecond());
    }

    @Test
    void aRunThatFailedIsNoCompleteOne() {
        meters.show(ORG);
        finish(Run.State.COMPLETE, 0, 0);
        long complete = clock.instant().getEpochSecond();
        clock.turn(Duration.ofHours(7));
        finish(Run.State.FAILED, 0, 0);

        assertThat(gauge("plumbline.run.last.complete")).isEqualTo(complete);
    }

    @Test
    void theDatabaseIsAskedOnceInTenSeconds() {
        meters.show(ORG);
        assertThat(gauge("plumbline.api.used")).isZero();
        finish(Run.State.COMPLETE, 0, 0);
        clock.turn(Duration.ofMillis(9_999));
        assertThat(gauge("plumbline.api.used")).isZero();
        clock.turn(Duration.ofMillis(1));
        assertThat(gauge("plumbline.api.used")).isEqualTo(17);
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsToldAndTheRestIsNothing() {
        meters.show(ORG);
        jdbc.sql("drop table quarantine").update();

        assertThat(gauge("plumbline.store.readable")).isZero();
        assertThat(gauge("plumbline.quarantine.records")).isNaN();
        assertThat(gauge("plumbline.run.last.complete")).isNaN();
    }

    @Test
    void theBudgetIsKnownOnceTheOrgToldItsLimit() {
        meters.show(ORG);
        assertThat(gauge("plumbline.api.budget")).isNaN();

        meters.told(ORG, new ApiUsage(1, OptionalLong.of(10), OptionalLong.of(100_000)));

        assertThat(gauge("plumbline.api.budget")).isEqualTo(20_000);
    }

    private void finish(Run.State state, int held, int unknown) {
        RunId run = runs.begin(ORG, LocalDate.of(2026, 5, 4), false);
        runs.finish(run, state, new RunCounters(3, 3, 0, 0, 0, 0, 0, unknown, 0, 0, unknown, held, 17), "");
    }

    private double refused(String reason) {
        return registry.get("plumbline.records.refused")
                .tag("reason", reason)
                .counter()
                .count();
    }

    private double gauge(String name) {
        return registry.get(name).tag("org", ORG.value()).gauge().value();
    }

    private static WritebackReport.Refusal refusal(String code) {
        return new WritebackReport.Refusal(ACCOUNT, "key", code, "No.", "Do.", false);
    }
}
