package io.plumbline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.sandbox.control.Effect;
import io.plumbline.testing.SmallOrg;
import io.plumbline.testing.Trap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What people do in the org between two syncs, and what the second one makes of it. Whatever it was, a third sync writes
 * nothing.
 */
@Trap("F11")
class BetweenTwoSyncsTest {

    private static final String CURRENCY = "currency";

    private SmallOrg org;
    private Connector connector;

    @BeforeEach
    void syncOnce() {
        org = new SmallOrg();
        connector = new Connector(org.sandbox);
        assertThat(connector.sync().status()).isEqualTo(SyncSummary.Status.COMPLETE);
        later();
    }

    @AfterEach
    void theNextSyncWritesNothing() {
        later();
        SyncSummary silent = connector.sync();
        assertThat(silent.status()).as("%s", silent.problems()).isEqualTo(SyncSummary.Status.COMPLETE);
        assertThat(effects()).as("the sync after").map(this::told).isEmpty();
        org.close();
    }

    @Test
    void fieldOfOursChangedByHandIsRestoredAndSaidSo() {
        Object band = org.value("Account", org.acme, "Plumbline_Band__c");
        org.update("Account", org.acme, "Plumbline_Band__c", "Green", "Plumbline_Next_Step__c", "Sleep");

        SyncSummary summary = sync();

        assertThat(org.value("Account", org.acme, "Plumbline_Band__c")).isEqualTo(band);
        assertThat(org.text("Account", org.acme, "Plumbline_Next_Step__c")).doesNotContain("Sleep");
        assertThat(summary.written().accountsTouched()).isOne();
        assertThat(connector.reasonsFor(org.acme)).contains("changed by hand to Green, put back");
        assertThat(changedAccounts()).containsOnly(org.acme);
    }

    @Test
    void fieldOfOursEmptiedByHandIsRestored() {
        org.update("Account", org.acme, new Object[] {"Plumbline_Detail__c", null});

        sync();

        assertThat(org.value("Account", org.acme, "Plumbline_Detail__c")).isNotNull();
    }

    @Test
    void anotherFieldOfTheAccountChangesNothingOfOurs() {
        org.update("Account", org.acme, "Phone", "+49 30 1234");

        sync();

        assertThat(effects()).isEmpty();
    }

    @Test
    void taskThatSomebodyCompletedIsNotMadeAgainWhileItsReasonStands() {
        org.update("Task", org.openTask(org.acme, CURRENCY), "Status", "Completed");

        sync();

        assertThat(created("Task")).isEmpty();
        assertThat(org.tasks().keySet()).noneMatch(key -> key.endsWith("-2"));
    }

    @Trap("F10")
    @Test
    void taskThatSomebodyDeletedIsNotMadeAgainWhileItsReasonStands() {
        org.delete(org.openTask(org.acme, CURRENCY));

        sync();

        assertThat(effects()).isEmpty();
    }

    @Test
    void noteBelowOurTextIsKeptWhenTheTaskIsRefreshedAndWhenItIsClosed() {
        String task = org.openTask(org.acme, CURRENCY);
        org.update(
                "Task",
                task,
                "Description",
                org.text("Task", task, "Description") + "\nCalled them, they think about it.");
        sync();
        assertThat(effects()).as("a note is no reason to write").isEmpty();

        reviewedInPart();
        sync();

        assertThat(org.text("Task", task, "Description"))
                .contains("Called them, they think about it.")
                .contains("for 70 days")
                .doesNotContain("Nothing of substance");

        org.update("Plumbline_Plan__c", org.plan, "Last_Reviewed__c", SmallOrg.TODAY);
        sync();

        assertThat(org.text("Task", task, "Description"))
                .contains("Called them, they think about it.", "Closed by Plumbline on 2026-06-30");
    }

    /** The plan is new to the org in every respect, so nothing of its currency needs action; a task of a person stays. */
    @Test
    void reasonThatIsGoneClosesOurOpenTaskAndOnlyOurs() {
        String theirs = org.create("Task", "WhatId", org.brook, "OwnerId", org.sam, "Subject", "Write the plan");
        String ours = org.openTask(org.brook, CURRENCY);
        org.freshPlan(org.brook);

        SyncSummary summary = sync();

        assertThat(org.text("Task", ours, "Status")).isEqualTo("Completed");
        assertThat(org.text("Task", ours, "Description")).contains("Closed by Plumbline on 2026-06-30");
        assertThat(org.text("Task", theirs, "Status")).isEqualTo("Not Started");
        assertThat(summary.written().tasksClosed()).isOne();
    }

    @Test
    void ownerAndDueDateThatSomebodyChoseAreRespected() {
        String task = org.openTask(org.acme, CURRENCY);
        org.update("Task", task, "OwnerId", org.mary, "ActivityDate", "2026-09-01");
        sync();
        assertThat(effects()).isEmpty();

        reviewedInPart();
        sync();

        assertThat(org.text("Task", task, "OwnerId")).isEqualTo(org.mary);
        assertThat(org.text("Task", task, "ActivityDate")).isEqualTo("2026-09-01");
    }

    @Test
    void wonDealAndHeldMeetingMoveTheAccountConcernedAlone() {
        org.update("Opportunity", org.deal, "StageName", "Closed Won", "CloseDate", SmallOrg.TODAY);
        org.meeting(org.acme, org.buyer, SmallOrg.TODAY.minusDays(1));

        sync();

        assertThat(changedAccounts()).containsOnly(org.acme);
    }

    @Test
    void personWhoLeftMakesThePlanDrift() {
        Object before = org.value("Account", org.acme, "Plumbline_Detail__c");
        org.update("Contact", org.champion, "Plumbline_Left_On__c", SmallOrg.TODAY.minusDays(1));

        sync();

        assertThat(org.value("Account", org.acme, "Plumbline_Detail__c")).isNotEqualTo(before);
        assertThat(changedAccounts()).containsOnly(org.acme);
    }

    @Test
    void reviewOfThePlanClosesTheTaskThatAskedForIt() {
        String task = org.openTask(org.acme, CURRENCY);
        org.update("Plumbline_Plan__c", org.plan, "Last_Reviewed__c", SmallOrg.TODAY);

        sync();

        assertThat(org.text("Task", task, "Status")).isEqualTo("Completed");
        assertThat(org.value("Account", org.acme, "Plumbline_Plan_Currency__c")).isEqualTo("Current");
    }

    @Test
    void sectionReallyRewrittenIsAChangeOfSubstance() {
        org.update("Plumbline_Section__c", org.strategy, "Text__c", SmallOrg.words("margin", 80));

        sync();

        assertThat(org.text("Task", org.openTask(org.acme, CURRENCY), "Description"))
                .doesNotContain("Nothing of substance");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n", "\r\n", "\u00a0", "\t"})
    void otherWhiteSpaceInASectionIsNoChangeOfSubstance(String white) {
        org.update(
                "Plumbline_Section__c",
                org.strategy,
                "Text__c",
                SmallOrg.words("growth", 70).replace(" ", white + " "));

        sync();

        assertThat(effects()).isEmpty();
    }

    @Test
    void escalatedCaseIsSeen() {
        org.update("Case", org.support, "IsEscalated", true);

        sync();

        assertThat(changedAccounts()).containsOnly(org.acme);
    }

    @Trap("G12")
    @Test
    void otherOwnerOfTheAccountGetsTheTasksThatComeAfterAndNoneThatAreThere() {
        org.update("Account", org.brook, "OwnerId", org.mary);

        sync();

        assertThat(org.tasks().values().stream()
                        .filter(task -> org.brook.equals(task.get("WhatId")))
                        .map(task -> task.get("OwnerId")))
                .containsOnly(org.sam);
    }

    @Trap("F16")
    @Test
    void tasksOfADeactivatedOwnersNewAccountGoToTheManager() {
        org.update("User", org.sam, "IsActive", false);
        String delta = org.create("Account", "Name", "Delta", "OwnerId", org.mary);
        org.update("User", org.sam, "IsActive", true);
        org.update("Account", delta, "OwnerId", org.sam);
        org.update("User", org.sam, "IsActive", false);

        SyncSummary summary = sync();

        assertThat(summary.status()).as("%s", summary.problems()).isEqualTo(SyncSummary.Status.COMPLETE);
        assertThat(org.tasks().values().stream()
                        .filter(task -> delta.equals(task.get("WhatId")))
                        .map(task -> task.get("OwnerId")))
                .isNotEmpty()
                .containsOnly(org.mary);
    }

    @Trap({"G1", "G2", "G4"})
    @Test
    void deletedAccountIsJudgedNoMoreAndComesBackAsItWas() {
        List<String> before = org.verdicts();
        org.delete(org.brook);
        assertThat(sync().accounts()).isEqualTo(2);
        assertThat(effects()).isEmpty();

        org.undelete(org.brook);
        later();
        SyncSummary back = connector.sync();

        assertThat(back.accounts()).isEqualTo(3);
        assertThat(effects()).isEmpty();
        assertThat(org.verdicts()).isEqualTo(before);
    }

    /** The children change their parent, then the account goes. */
    @Trap("G1")
    @Test
    void accountMergedAwayLeavesNoSecondOpenTask() {
        for (Map.Entry<String, io.plumbline.sandbox.soql.ResultRow> task :
                org.tasks().entrySet()) {
            if (org.brook.equals(task.getValue().get("WhatId"))) {
                org.update("Task", String.valueOf(task.getValue().get("Id")), "WhatId", org.acme);
            }
        }
        for (String object : List.of("Contact", "Opportunity", "Case")) {
            org.rows("SELECT Id FROM " + object + " WHERE AccountId = '" + org.brook + "'")
                    .forEach(row -> org.update(object, String.valueOf(row.get("Id")), "AccountId", org.acme));
        }
        org.delete(org.brook);

        SyncSummary summary = sync();

        assertThat(summary.accounts()).isEqualTo(2);
        assertThat(summary.written().tasksCreated()).isZero();
        assertThat(created("Task"))
                .as("a task that came over with the merge counts")
                .isEmpty();
    }

    @Trap("G1")
    @Test
    void chainOfMergesEndsAtTheSurvivorWithOneOpenTaskOfEachTheme() {
        String delta = org.account("Delta", org.sam);
        org.meeting(delta, null, SmallOrg.TODAY.minusDays(100));
        sync();
        List<String> lost = List.of(org.openTask(org.brook, CURRENCY), org.openTask(delta, CURRENCY));
        String kept = org.openTask(org.acme, CURRENCY);
        later();
        org.merge(org.brook, delta);
        org.merge(org.acme, org.brook);

        SyncSummary summary = sync();

        assertThat(summary.accounts()).isEqualTo(2);
        assertThat(created("Task")).isEmpty();
        assertThat(openThemesOf(org.acme)).doesNotHaveDuplicates().contains(CURRENCY);
        assertThat(org.value("Task", kept, "IsClosed")).isEqualTo(false);
        assertThat(lost).allSatisfy(task -> {
            assertThat(org.text("Task", task, "WhatId")).isEqualTo(org.acme);
            assertThat(org.value("Task", task, "IsClosed")).isEqualTo(true);
            assertThat(org.text("Task", task, "Description")).contains("its account was merged into this one");
        });
    }

    @Test
    void newAccountIsJudgedAndGetsItsTasks() {
        String delta = org.account("Delta", org.sam);
        org.meeting(delta, null, SmallOrg.TODAY.minusDays(3));

        SyncSummary summary = sync();

        assertThat(summary.accounts()).isEqualTo(4);
        assertThat(org.value("Account", delta, "Plumbline_Band__c")).isNotNull();
        assertThat(changedAccounts()).containsOnly(delta);
    }

    /** What can no longer be seen is unknown, and the summary says so. */
    @Trap({"I1", "I4"})
    @Test
    void fieldThatMayNoLongerBeReadGivesNoRedFlag() {
        Object band = org.value("Account", org.acme, "Plumbline_Band__c");
        org.sandbox.levers().setFieldPermission("Contact", "Plumbline_Buying_Role__c", false, false);
        org.sandbox.levers().setFieldPermission("Plumbline_Plan__c", "Approved_By__c", false, false);

        SyncSummary summary = sync();

        assertThat(summary.status()).isEqualTo(SyncSummary.Status.COMPLETE);
        assertThat(String.join(" ", summary.remarks()))
                .contains("Contact.Plumbline_Buying_Role__c", "Plumbline_Plan__c.Approved_By__c");
        assertThat(org.value("Account", org.acme, "Plumbline_Band__c")).isIn(band, "Green");
        assertThat(created("Task")).isEmpty();
    }

    @Trap({"E2", "E9", "E10"})
    @Test
    void strangeTextTravelsBothWaysWithoutEndlessRewriting() {
        String strange = "Weiß & <b>Söhne</b> \uD83D\uDE80\uD840\uDC0B \"GmbH\" \u0007\u0085\u2028 =1+1 {finding} $1";
        org.update("Account", org.acme, "Name", strange);
        org.update("Plumbline_Plan__c", org.plan, "Name", strange.substring(0, 40));
        org.update("Opportunity", org.deal, "Name", strange);
        org.update("User", org.sam, "LastName", "O'Söhne \uD83D\uDE80");
        org.update(
                "Plumbline_Section__c",
                org.strategy,
                "Text__c",
                "<p>" + SmallOrg.words("ziel\uD83D\uDE80", 70) + "</p>\r\nnext\rline\u000bend");
        org.meeting(org.acme, org.buyer, SmallOrg.TODAY.minusDays(2));
        String epsilon = org.account("\uD83D\uDE80".repeat(120), org.sam);
        org.meeting(epsilon, null, SmallOrg.TODAY.minusDays(100));

        SyncSummary summary = sync();

        assertThat(summary.status()).as("%s", summary.problems()).isEqualTo(SyncSummary.Status.COMPLETE);
        assertThat(org.value("Account", epsilon, "Plumbline_Band__c")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 400})
    void timeAloneMakesNoSecondTask(int days) {
        org.goOn(Duration.ofDays(days));

        SyncSummary summary = sync();

        assertThat(summary.status()).as("%s", summary.problems()).isEqualTo(SyncSummary.Status.COMPLETE);
        assertThat(created("Task").stream()
                        .map(id -> org.text("Task", id, "Plumbline_Key__c"))
                        .filter(key -> !key.endsWith("-1")))
                .isEmpty();
    }

    /** Deactivated between the reading and the write: refused, told, and with the next sync the manager's. */
    @Trap({"F16", "G12"})
    @Test
    void ownerDeactivatedWhileTheRunWasUnderWayHoldsTheTaskUntilTheManagerGetsIt() {
        String delta = org.account("Delta", org.sam);
        org.meeting(delta, null, SmallOrg.TODAY.minusDays(100));
        connector.beforeWriting(() -> org.update("User", org.sam, "IsActive", false));
        SyncSummary struck = sync();
        assertThat(struck.status()).isEqualTo(SyncSummary.Status.PARTIAL);
        assertThat(String.join(" ", struck.problems())).contains("INACTIVE_OWNER");
        connector.beforeWriting(() -> {});

        SyncSummary next = sync();

        assertThat(next.status()).as("%s", next.problems()).isEqualTo(SyncSummary.Status.COMPLETE);
        assertThat(org.tasks().values().stream()
                        .filter(task -> delta.equals(task.get("WhatId")))
                        .map(task -> task.get("OwnerId")))
                .isNotEmpty()
                .containsOnly(org.mary);
    }

    /** Deleted between the reading and the write: refused for itself, never made anew, and out of mind in time. */
    @Trap({"F10", "F15"})
    @Test
    void accountDeletedWhileTheRunWasUnderWayIsNeitherMadeAnewNorWrittenForEver() {
        org.update("Account", org.brook, "Plumbline_Band__c", "Green");
        org.update("Account", org.cedar, "Plumbline_Band__c", "Green");
        connector.beforeWriting(() -> org.delete(org.brook));
        SyncSummary struck = sync();
        assertThat(struck.status()).isEqualTo(SyncSummary.Status.PARTIAL);
        assertThat(changedAccounts()).as("the others go on").containsOnly(org.cedar);
        connector.beforeWriting(() -> {});

        SyncSummary next = sync();

        assertThat(next.status()).as("%s", next.problems()).isEqualTo(SyncSummary.Status.COMPLETE);
        assertThat(next.accounts()).isEqualTo(2);
        assertThat(effects()).isEmpty();
    }

    /** A person's change and our write end in one version of the record that carries our name; it is seen all the same. */
    @Trap("F12")
    @Test
    void personsChangeRightBeforeOurOwnWriteIsSeen() {
        org.update("Account", org.acme, "Plumbline_Band__c", "Green");
        connector.beforeWriting(() ->
                org.update("Account", org.acme, "Plumbline_CSAT__c", 1, "Plumbline_CSAT_Date__c", SmallOrg.TODAY));
        sync();
        assertThat(changedAccounts()).containsOnly(org.acme);
        connector.beforeWriting(() -> {});

        sync();

        assertThat(changedAccounts())
                .as("the verdict with what the person entered")
                .containsOnly(org.acme);
    }

    /** An automation that writes our field in capitals as often as we put it right. */
    @Trap("F13")
    @Test
    void fieldThatAnAutomationRewritesIsPutBackThreeTimesAndThenReported() {
        int restored = 0;
        SyncSummary last = null;
        for (int night = 0; night < 6; night++) {
            org.update("Account", org.acme, "Plumbline_Next_Step__c", "IN CAPITALS");
            last = sync();
            restored += changedAccounts().size();
        }

        assertThat(restored).isEqualTo(3);
        assertThat(String.join(" ", last.remarks())).contains("changed Plumbline_Next_Step__c back 3 times");
    }

    /** Too long ago still, but fewer clocks say so. */
    private void reviewedInPart() {
        org.update("Plumbline_Plan__c", org.plan, "Last_Reviewed__c", SmallOrg.TODAY.minusDays(70));
    }

    private SyncSummary sync() {
        later();
        return connector.sync();
    }

    /** Out of the window that every reading overlaps with. */
    private void later() {
        org.goOn(Duration.ofMinutes(20));
        org.sandbox.journal().reset();
    }

    /** The theme of each open task of ours at an account, whichever account it was made for. */
    private List<String> openThemesOf(String account) {
        return org.tasks().entrySet().stream()
                .filter(task -> account.equals(task.getValue().get("WhatId")))
                .filter(task -> !Boolean.TRUE.equals(task.getValue().get("IsClosed")))
                .map(task -> task.getKey().split("-")[2])
                .toList();
    }

    private String told(Effect effect) {
        return effect.object().equals("Task")
                ? effect + " " + org.text("Task", effect.id(), "Plumbline_Key__c") + " "
                        + org.text("Task", effect.id(), "Description")
                : effect.toString();
    }

    private List<Effect> effects() {
        return org.sandbox.journal().effects();
    }

    private List<String> changedAccounts() {
        return effects().stream()
                .filter(effect -> effect.object().equals("Account"))
                .map(Effect::id)
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private List<String> created(String object) {
        return effects().stream()
                .filter(effect ->
                        effect.object().equals(object) && effect.operation().equals("create"))
                .map(Effect::id)
                .toList();
    }
}
