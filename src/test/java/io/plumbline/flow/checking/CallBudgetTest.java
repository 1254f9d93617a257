package io.plumbline.flow.checking;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.connector.ConnectorConfig.ApiBudget;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.flow.Connector;
import io.plumbline.flow.SyncSummary;
import io.plumbline.flow.SyncSummary.Status;
import io.plumbline.journal.Run;
import io.plumbline.salesforce.RecordWrite;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceOrg;
import io.plumbline.testing.SmallOrg;
import io.plumbline.testing.Trap;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The shipped budget: a fifth of the org's calls in 24 hours, and nothing of the last tenth. */
@Trap("J1")
class CallBudgetTest {

    private SmallOrg org;
    private Connector connector;

    @BeforeEach
    void start() {
        org = new SmallOrg();
        connector = new Connector(org.sandbox);
    }

    @AfterEach
    void stop() {
        org.close();
    }

    @Test
    @Trap("J1")
    @DisplayName("nothing starts while less than the floor is left for everybody else")
    void startsNothingBelowTheFloor() {
        org.sandbox.meter().limit(1_000);
        org.sandbox.meter().consume(899);

        SyncSummary refused = connector.sync();

        assertThat(refused.status()).isEqualTo(Status.FAILED);
        assertThat(refused.problems().getFirst())
                .contains("1,000 API calls", "are left", "100 are to stay free", "api.keepFree", "connector.yaml");
        assertThat(org.sandbox.journal().apiCalls()).hasSizeLessThanOrEqualTo(3);
        assertThat(org.sandbox.journal().effects()).isEmpty();
    }

    @Test
    @Trap("J1")
    @DisplayName("a sync that reaches the floor stops there, and the next one finishes what it began")
    void stopsAtTheFloor() {
        org.sandbox.meter().limit(1_000);
        org.sandbox.meter().consume(900 - callsOfAFirstSync() / 2);

        SyncSummary stopped = connector.sync();

        assertThat(stopped.status()).isEqualTo(Status.FAILED);
        assertThat(org.sandbox.meter().remaining()).isBetween(99L, 100L);

        org.goOn(Duration.ofHours(25));
        assertThat(connector.sync().status()).isEqualTo(Status.COMPLETE);
    }

    @Test
    @Trap({"C13", "J1"})
    @DisplayName("the floor reached before the last write leaves the rest for the next run, and says so")
    void holdsWhatTheFloorForbidsToWrite() {
        org.sandbox.meter().limit(1_000);
        // The last call of a first sync makes the tasks.
        org.sandbox.meter().consume(900 - (callsOfAFirstSync() - 1));

        SyncSummary partial = connector.sync();

        assertThat(partial.status()).as("%s", partial.problems()).isEqualTo(Status.PARTIAL);
        assertThat(String.join(" ", partial.problems())).contains("api.keepFree");
        assertThat(connector
                        .runs()
                        .latest(connector.org(), 1)
                        .getFirst()
                        .counters()
                        .held())
                .isPositive();
        org.goOn(Duration.ofHours(25));
        assertThat(connector.sync().status()).isEqualTo(Status.COMPLETE);
        assertThat(org.tasks()).hasSize(12);
    }

    @Test
    @Trap("J1")
    @DisplayName("the share counts the runs of the last 24 hours, those that failed included, and no older ones")
    void keepsToItsShareOfADay() {
        long share = callsOfAFirstSync() * 4 / 3;
        org.sandbox.meter().limit(share * 5);

        assertThat(connector.sync().status()).isEqualTo(Status.COMPLETE);
        connector.restart();
        SyncSummary second = connector.sync();

        assertThat(second.status()).isIn(Status.FAILED, Status.PARTIAL);
        assertThat(second.problems().getFirst()).contains("of its " + share, "kept for writing", "api.dailyShare");
        List<Run> runs = connector.runs().latest(connector.org(), 2);
        assertThat(runs.getFirst().summary()).contains("api.dailyShare");
        assertThat(runs.stream().mapToLong(run -> run.counters().apiCalls()).sum())
                .as("not one call beyond what reading may take of the share, and the journal knows all of them")
                .isEqualTo(share - (long) Math.ceil(0.1 * share))
                .isEqualTo(org.sandbox.journal().apiCalls().size());

        org.goOn(Duration.ofHours(25));
        connector.sync();
        assertThat(connector
                        .runs()
                        .latest(connector.org(), 1)
                        .getFirst()
                        .counters()
                        .apiCalls())
                .as("all of the share is there again")
                .isGreaterThan(share / 3);
    }

    @Trap("J1")
    @Test
    @DisplayName("J1: reading leaves some of the share for writing, and writing takes the whole of it")
    void writesBeforeItBackfills() {
        org.sandbox.meter().limit(250);
        SalesforceOrg door = connector.salesforce();
        door.identity();
        BudgetedOrg budgeted = new BudgetedOrg(
                door, new CallBudget(new ApiBudget(0.2, 0.1, 0.1, 10_000, 2_000), 0, RunMeter.start(door)));
        RecordWrite write = new RecordWrite.Update(
                ObjectName.of("Account"),
                RecordId.of(org.acme),
                Map.of(FieldName.of("Plumbline_Health__c"), FieldValue.number(50)));

        long read = untilRefused(() -> budgeted.serverTime());
        long written = untilRefused(() -> budgeted.write(List.of(write)));

        assertThat(read).isEqualTo(45);
        assertThat(written).isEqualTo(5);
    }

    private static long untilRefused(Runnable call) {
        for (long made = 0; made < 1_000; made++) {
            try {
                call.run();
            } catch (SalesforceFailedException refused) {
                return made;
            }
        }
        throw new AssertionError("nothing was refused");
    }

    private static long callsOfAFirstSync() {
        try (SmallOrg another = new SmallOrg()) {
            new Connector(another.sandbox).sync();
            return another.sandbox.journal().apiCalls().size();
        }
    }
}
