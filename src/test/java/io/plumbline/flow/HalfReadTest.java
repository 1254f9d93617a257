package io.plumbline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.flow.SyncSummary.Status;
import io.plumbline.sandbox.control.Fault;
import io.plumbline.sandbox.control.FaultRule;
import io.plumbline.sandbox.control.JournalEntry;
import io.plumbline.testing.SmallOrg;
import io.plumbline.testing.Trap;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A reading that broke off must not pass for an org in which there is nothing. */
class HalfReadTest {

    private SmallOrg org;
    private Connector connector;

    @BeforeEach
    void syncOnce() {
        org = new SmallOrg();
        connector = new Connector(org.sandbox);
        connector.sync();
        later();
    }

    @AfterEach
    void stop() {
        org.close();
    }

    @Test
    @Trap("C13")
    @DisplayName("a new account is not blamed for a plan that was not read yet")
    void leavesNewAccountsForTheNextRun() {
        String delta = org.account("Delta", org.mary);
        org.freshPlan(delta);
        later();
        // The account's row is the first that is read then, and the plan's comes after it.
        org.sandbox.faults().add(FaultRule.at(2, "soap.queryAll", new Fault.LimitReached()));

        SyncSummary partial = connector.sync();

        assertThat(partial.status()).isEqualTo(Status.PARTIAL);
        assertThat(partial.accounts()).isEqualTo(3);
        assertThat(String.join(" ", partial.remarks())).contains("1 new account is left for the next run");
        assertThat(org.sandbox.journal().effects()).isEmpty();

        later();
        assertThat(connector.sync().accounts()).isEqualTo(4);
        assertThat(org.tasks().keySet()).noneMatch(key -> key.contains(delta + "-currency"));
    }

    @Test
    @Trap("F10")
    @DisplayName("no task is touched when the run could not see what people did with ours")
    void leavesTasksAloneThatItCouldNotSee() {
        String task = org.openTask(org.acme, "currency");
        later();
        connector.sync();
        Connector other = new Connector(org.sandbox);
        other.dryRun();
        org.update("Plumbline_Plan__c", org.plan, "Last_Reviewed__c", SmallOrg.TODAY.minusDays(70));
        org.update("Task", task, "Status", "Completed", "Description", "Done by hand.");
        later();
        org.sandbox.faults().add(FaultRule.at(requestForOurTasks(other), "soap.*", new Fault.LimitReached()));

        SyncSummary partial = connector.sync();

        assertThat(partial.status()).isEqualTo(Status.PARTIAL);
        assertThat(String.join(" ", partial.remarks())).contains("No task was made, changed or closed");
        assertThat(org.sandbox.journal().effects())
                .noneMatch(effect -> effect.object().equals("Task"));
        assertThat(org.text("Task", task, "Description")).isEqualTo("Done by hand.");
    }

    @Test
    @Trap("K9")
    @DisplayName("without memory and without having seen our tasks, nothing is written")
    void writesNothingWhileItDoesNotKnowItsOwnTasks() {
        org.update("Task", org.openTask(org.acme, "currency"), "Status", "Completed", "OwnerId", org.mary);
        List<String> before = org.verdicts();
        Connector withoutMemory = new Connector(org.sandbox);
        org.sandbox.faults().add(FaultRule.at(requestForOurTasks(), "soap.*", new Fault.LimitReached()));

        assertThat(withoutMemory.sync().status()).isEqualTo(Status.FAILED);
        assertThat(org.verdicts()).isEqualTo(before);

        later();
        assertThat(withoutMemory.sync().status()).isEqualTo(Status.COMPLETE);
        assertThat(org.verdicts()).isEqualTo(before);
    }

    /** Which request of a sync asks for them, found out with a connector of its own. */
    private int requestForOurTasks() {
        return requestForOurTasks(new Connector(org.sandbox));
    }

    private int requestForOurTasks(Connector other) {
        org.sandbox.journal().reset();
        other.dryRun();
        List<JournalEntry> requests = org.sandbox.journal().entries("soap.*");
        org.sandbox.journal().reset();
        for (int n = 1; n <= requests.size(); n++) {
            if (requests.get(n - 1).detail().contains("Plumbline_Key__c != null")) {
                return n;
            }
        }
        throw new AssertionError("no request for our tasks");
    }

    private void later() {
        org.goOn(Duration.ofMinutes(20));
        org.sandbox.journal().reset();
    }
}
