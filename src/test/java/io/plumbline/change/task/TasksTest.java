package io.plumbline.change.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.assess.Assessment;
import io.plumbline.assess.Finding;
import io.plumbline.change.AccountContext;
import io.plumbline.change.Change;
import io.plumbline.change.ChangePlanner;
import io.plumbline.change.ChangePolicy;
import io.plumbline.change.ChangeSet;
import io.plumbline.change.Given;
import io.plumbline.change.KnownState;
import io.plumbline.change.KnownTask;
import io.plumbline.config.policy.Severity;
import io.plumbline.config.policy.Theme;
import io.plumbline.config.tasks.TaskPolicy;
import io.plumbline.crm.RecordId;
import io.plumbline.testing.Trap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TasksTest {

    private static final String FIRST_KEY = "plumbline-" + Given.ACCOUNT + "-currency-1";
    private static final String SECOND_KEY = "plumbline-" + Given.ACCOUNT + "-currency-2";
    private static final Finding INFO = Given.finding("plan.drift", Theme.CURRENCY, Severity.INFO);
    private static final Finding WARNING = Given.finding("plan.review", Theme.CURRENCY, Severity.WARNING);
    private static final Finding WORSE = Given.finding("plan.review", Theme.CURRENCY, Severity.CRITICAL);
    private static final Finding ANOTHER = Given.finding("plan.substance", Theme.CURRENCY, Severity.WARNING);
    private static final Finding ROLE = Given.finding("role.innovator", Theme.ROLES, Severity.WARNING);
    private static final KnownState NONE = Given.nothingWritten();

    private final ChangePlanner planner = new ChangePlanner(Given.policy(), Given.people());

    @Test
    void eachThemeThatNeedsActionGetsOneTask() {
        List<Change> tasks = tasks(plan(NONE, WORSE, ANOTHER, ROLE, INFO));

        assertThat(tasks).extracting(Change::key).containsExactly(FIRST_KEY, "plumbline-" + Given.ACCOUNT + "-roles-1");
        assertThat(tasks.getFirst()).isInstanceOfSatisfying(Change.TaskCreation.class, task -> {
            assertThat(task.owner()).isEqualTo(Given.PLAN_OWNER);
            assertThat(task.subject()).isEqualTo("Acme: Seen: plan.review.");
            assertThat(task.priority()).isEqualTo("High");
            assertThat(task.due()).isEqualTo(LocalDate.of(2026, 7, 2));
            assertThat(task.description())
                    .contains("2 in all", "plan.substance")
                    .doesNotContain("plan.drift");
            assertThat(task.reason()).isEqualTo("Seen: plan.review.");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "INFO, INFO, 1",
        "WARNING, INFO, 0",
        "WARNING, WARNING, 1",
        "CRITICAL, WARNING, 0",
        "CRITICAL, CRITICAL, 1"
    })
    void taskIsMadeFromTheConfiguredSeverityOn(Severity from, Severity worst, int made) {
        ChangePlanner strict = new ChangePlanner(Given.policy(Given.tasks(from)), Given.people());
        ChangeSet set = strict.plan(
                verdict(Given.finding("plan.review", Theme.CURRENCY, worst)), Given.context(), NONE, Given.NOW);

        assertThat(tasks(set)).hasSize(made);
    }

    /** Promise 2: one task per reason. */
    @Test
    void openTaskIsNotMultipliedAndKeepsItsDate() {
        KnownState known = Given.after(NONE, plan(NONE, WARNING));
        ChangeSet nextWeek = planner.plan(
                Given.verdict().on(Given.DAY.plusDays(7)).findings(WARNING).build(), Given.context(), known, Given.NOW);

        assertThat(nextWeek.isEmpty()).isTrue();
    }

    @Test
    void openTaskIsRefreshedInPlaceWhenItsFindingsChanged() {
        KnownState known = Given.after(NONE, plan(NONE, WARNING));
        ChangeSet set = plan(known, WORSE, ANOTHER);

        assertThat(tasks(set)).singleElement().isInstanceOfSatisfying(Change.TaskRefresh.class, refresh -> {
            assertThat(refresh.task()).isEqualTo(known.tasks().getFirst().id());
            assertThat(refresh.taskKey()).isEqualTo(FIRST_KEY);
            assertThat(refresh.priority()).isEqualTo("High");
            assertThat(refresh.description()).contains("plan.substance");
        });
        assertThat(tasks(plan(Given.after(known, set), WORSE, ANOTHER))).isEmpty();
    }

    @Test
    void notesBelowOurTextSurviveARefresh() {
        KnownState noted =
                Given.described(Given.after(NONE, plan(NONE, WARNING)), text -> text + "\nCalled them, waiting.");
        ChangeSet set = plan(noted, WORSE);

        assertThat(((Change.TaskRefresh) tasks(set).getFirst()).description())
                .contains("plan.review (critical)")
                .endsWith("\nCalled them, waiting.");
    }

    @Test
    void taskWithoutOurLastLineIsTheirsAndNotRefreshed() {
        KnownState theirs = Given.described(Given.after(NONE, plan(NONE, WARNING)), text -> "my own words");

        assertThat(tasks(plan(theirs, WORSE, ANOTHER))).isEmpty();
    }

    @Test
    void openTaskIsClosedByEvidenceAndSaysSo() {
        KnownState known =
                Given.described(Given.after(NONE, plan(NONE, WARNING)), text -> text + "\nCalled them, waiting.");
        ChangeSet set = plan(known);

        assertThat(tasks(set)).singleElement().isInstanceOfSatisfying(Change.TaskClosure.class, closure -> {
            assertThat(closure.task()).isEqualTo(known.tasks().getFirst().id());
            assertThat(closure.status()).isEqualTo("Completed");
            assertThat(closure.description())
                    .contains("Closed by Plumbline on 2026-06-30")
                    .endsWith("Called them, waiting.");
        });
        assertThat(tasks(plan(Given.after(known, set)))).isEmpty();
    }

    /** Decision 7: what can no longer be seen is no evidence. In this verdict the reciprocity is unknown. */
    @Trap("I1")
    @ParameterizedTest
    @CsvSource({"rhythm.recency, true", "rhythm.reciprocity, false", "rhythm.removed_from_the_policy, true"})
    void taskIsClosedByEvidenceOnlyAndNotByBlindness(String measure, boolean closed) {
        Finding seen = Given.finding(measure, Theme.RELATIONSHIP, Severity.WARNING);
        KnownState open = Given.after(NONE, plan(NONE, seen));
        KnownState completed = Given.tasksBecome(open, KnownTask.State.CLOSED);

        assertThat(tasks(plan(open)).size()).isEqualTo(closed ? 1 : 0);
        assertThat(plan(completed).settledTasks()).hasSize(closed ? 1 : 0);
    }

    @Test
    void onlyOurOwnTasksAreClosed() {
        KnownTask stranger =
                new KnownTask(Given.taskId(9), "some-other-tool-1", KnownTask.State.OPEN, "Call", "", "Normal");
        KnownState known = new KnownState(NONE.fields(), List.of(stranger), Set.of(), Optional.empty());

        assertThat(tasks(plan(known))).isEmpty();
    }

    @Test
    void peopleCloseTasksWhereTheAdministratorSaysSo() {
        TaskPolicy all = Given.tasks(Severity.WARNING);
        TaskPolicy handsOff = Given.tasks(all.themes(), false);
        ChangePlanner gentle = new ChangePlanner(Given.policy(handsOff), Given.people());
        KnownState known = Given.after(NONE, plan(NONE, WARNING));

        assertThat(tasks(gentle.plan(verdict(), Given.context(), known, Given.NOW)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSED", "DELETED"})
    void personWhoEndsATaskWhileItsReasonStandsIsNotNagged(KnownTask.State ended) {
        KnownState known = Given.tasksBecome(Given.after(NONE, plan(NONE, WARNING)), ended);

        assertThat(tasks(plan(known, WARNING))).isEmpty();
        assertThat(tasks(plan(known, WARNING, ANOTHER))).isEmpty();
        assertThat(plan(known, WARNING).settledTasks()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSED", "DELETED"})
    void worseFindingsMakeTheNextTask(KnownTask.State ended) {
        KnownState known = Given.tasksBecome(Given.after(NONE, plan(NONE, WARNING)), ended);

        assertThat(tasks(plan(known, WORSE))).extracting(Change::key).containsExactly(SECOND_KEY);
        KnownState worst = Given.tasksBecome(Given.after(NONE, plan(NONE, WORSE)), ended);
        assertThat(tasks(plan(worst, WORSE))).isEmpty();
        assertThat(tasks(plan(worst, WARNING))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSED", "DELETED"})
    void themeThatWasFineInBetweenMayAskAnew(KnownTask.State ended) {
        KnownState known = Given.tasksBecome(Given.after(NONE, plan(NONE, WARNING)), ended);
        ChangeSet calm = plan(known);
        KnownState settled = Given.after(known, calm);

        assertThat(calm.settledTasks()).containsExactly(FIRST_KEY);
        assertThat(plan(settled).settledTasks()).isEmpty();
        assertThat(tasks(plan(settled, WARNING))).extracting(Change::key).containsExactly(SECOND_KEY);
    }

    @Test
    void themeWhoseTaskWeClosedMayAskAnewWithoutAnyMemory() {
        KnownState known = Given.after(NONE, plan(NONE, WARNING));
        KnownState closed = Given.after(known, plan(known));

        assertThat(closed.settledTasks()).isEmpty();
        assertThat(tasks(plan(closed, WARNING))).extracting(Change::key).containsExactly(SECOND_KEY);
    }

    @Test
    void taskOfAThemeThatMakesNoneIsLeftAlone() {
        KnownState known = Given.after(NONE, plan(NONE, WARNING));
        TaskPolicy all = Given.tasks(Severity.WARNING);
        TaskPolicy none = Given.tasks(Map.of(), true);

        assertThat(tasks(new ChangePlanner(Given.policy(none), Given.people())
                        .plan(verdict(), Given.context(), known, Given.NOW)))
                .isEmpty();
    }

    @Test
    void noTasksWhenTheyAreSwitchedOff() {
        ChangePolicy off =
                new ChangePolicy(Given.policy().targets(), Given.policy().tasks(), false, 1, null);

        assertThat(tasks(new ChangePlanner(off, Given.people()).plan(verdict(WORSE), Given.context(), NONE, Given.NOW)))
                .isEmpty();
    }

    /** The tasks of an account merged into this one keep their keys and count as this one's. */
    @Trap("G1")
    @Test
    void mergeMakesNoSecondOpenTask() {
        String keyOfTheLoser = "plumbline-" + RecordId.of("001000000000077") + "-currency-3";
        KnownTask moved = new KnownTask(
                Given.taskId(7),
                keyOfTheLoser,
                KnownTask.State.OPEN,
                "x",
                "Kept by Plumbline for: plan.review (warning)",
                "Normal");
        KnownState known = new KnownState(NONE.fields(), List.of(moved), Set.of(), Optional.empty());

        assertThat(tasks(plan(known, WARNING))).isEmpty();
        assertThat(tasks(plan(known))).extracting(Change::key).containsExactly(keyOfTheLoser);
        KnownState closed = Given.after(known, plan(known));
        assertThat(tasks(plan(closed, WARNING))).extracting(Change::key).containsExactly(FIRST_KEY);
    }

    @Test
    void ofTwoOpenTasksOfAThemeTheNewerIsRefreshedAndBothAreClosed() {
        KnownState first = Given.after(NONE, plan(NONE, WARNING));
        KnownTask older = first.tasks().getFirst();
        KnownTask newer = new KnownTask(
                Given.taskId(2), SECOND_KEY, KnownTask.State.OPEN, older.subject(), older.description(), "Normal");
        KnownState both = new KnownState(first.fields(), List.of(newer, older), Set.of(), Optional.empty());

        assertThat(tasks(plan(both, WORSE))).extracting(Change::key).containsExactly(SECOND_KEY);
        assertThat(tasks(plan(both))).extracting(Change::key).containsExactly(FIRST_KEY, SECOND_KEY);
    }

    /** First active of plan owner, account owner, their managers, the configured person; else held. */
    @Trap("F16")
    @ParameterizedTest
    @CsvSource({
        "true,  true,  true,  true,  005000000000002",
        "false, true,  true,  true,  005000000000001",
        "false, false, true,  true,  005000000000003",
        "false, false, false, true,  005000000000004",
        "false, false, false, false, "
    })
    void inactiveOwnersPassTheTaskOn(
            boolean planOwner, boolean owner, boolean manager, boolean fallback, @Nullable String gets) {
        RecordId fallbackPerson = RecordId.of("005000000000004");
        People people = People.of(List.of(
                new Person(Given.PLAN_OWNER, "Plan owner", planOwner, Optional.of(Given.MANAGER)),
                new Person(Given.OWNER, "Account owner", owner, Optional.of(Given.MANAGER)),
                // A circle of managers must end.
                new Person(Given.MANAGER, "Manager", manager, Optional.of(Given.PLAN_OWNER)),
                new Person(fallbackPerson, "Fallback", fallback, Optional.empty())));
        ChangePolicy policy =
                new ChangePolicy(Given.policy().targets(), Given.policy().tasks(), true, 1, fallbackPerson);
        ChangeSet set = new ChangePlanner(policy, people).plan(verdict(WARNING), Given.context(), NONE, Given.NOW);

        if (gets == null) {
            assertThat(tasks(set)).isEmpty();
            assertThat(set.held()).singleElement().satisfies(held -> {
                assertThat(held.what()).isEqualTo(FIRST_KEY);
                assertThat(held.reason()).contains("connector.yaml");
            });
        } else {
            assertThat(((Change.TaskCreation) tasks(set).getFirst()).owner()).isEqualTo(RecordId.of(gets));
        }
    }

    @Test
    void accountWithoutPlanGivesTheTaskToItsOwner() {
        AccountContext noPlan = new AccountContext(
                Given.ACCOUNT, "Acme", Optional.of(Given.OWNER), Optional.empty(), Optional.empty(), BigDecimal.ONE);
        ChangeSet set = planner.plan(verdict(WARNING), noPlan, NONE, Given.NOW);

        assertThat((Change.TaskCreation) tasks(set).getFirst()).satisfies(task -> {
            assertThat(task.owner()).isEqualTo(Given.OWNER);
            assertThat(task.description()).startsWith("the account plan needs you");
        });
    }

    /** The longest account name and very many findings still fit the fields of Task. */
    @Trap("E10")
    @Test
    void longTextsFitTheFieldsOfTask() {
        List<Finding> many = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            many.add(new Finding(
                    "plan.f" + i,
                    Theme.CURRENCY,
                    Severity.WARNING,
                    WARNING.evidence(),
                    "\uD83D\uDE00".repeat(100),
                    "Do."));
        }
        AccountContext longName = new AccountContext(
                Given.ACCOUNT,
                "A".repeat(255),
                Optional.of(Given.OWNER),
                Optional.empty(),
                Optional.empty(),
                BigDecimal.ONE);
        Change.TaskCreation task = (Change.TaskCreation)
                tasks(planner.plan(verdict(many.toArray(Finding[]::new)), longName, NONE, Given.NOW))
                        .getFirst();

        assertThat(task.subject()).hasSize(255).endsWith("...");
        assertThat(task.description().length()).isLessThanOrEqualTo(32_000);
        assertThat(TaskNote.in(task.description()).orElseThrow().findings()).hasSize(200);
    }

    /** Nothing that people wrote below is ever cut to make room for us. */
    @Trap("E10")
    @ParameterizedTest
    @CsvSource({"23999, 1", "24000, 0"})
    void refreshKeepsAllThatPeopleWroteBelowOrDoesNotHappen(int length, int refreshed) {
        String notes = "\n" + "n".repeat(length);
        KnownState noted = Given.described(Given.after(NONE, plan(NONE, WARNING)), text -> text + notes);

        assertThat(tasks(plan(noted, WORSE)))
                .hasSize(refreshed)
                .allSatisfy(change -> assertThat(((Change.TaskRefresh) change).description())
                        .endsWith(notes)
                        .hasSizeLessThanOrEqualTo(32_000));
    }

    private ChangeSet plan(KnownState known, Finding... findings) {
        return planner.plan(verdict(findings), Given.context(), known, Given.NOW);
    }

    private static Assessment verdict(Finding... findings) {
        return Given.verdict().findings(findings).build();
    }

    private static List<Change> tasks(ChangeSet set) {
        return set.changes().stream()
                .filter(change -> !(change instanceof Change.AccountUpdate))
                .toList();
    }

    /** Asked again after the cool-down, and not a day before; the successor says what it is. */
    @ParameterizedTest(name = "{0} days after: {1} new")
    @CsvSource({"29, 0", "30, 1", "400, 1"})
    void completedTaskWhoseReasonStandsHasASuccessorAfterTheCoolDown(int days, int made) {
        KnownState completed = over(Given.after(NONE, plan(NONE, WARNING)), KnownTask.State.CLOSED, Given.DAY);
        ChangeSet set = planner.plan(
                Given.verdict().on(Given.DAY.plusDays(days)).findings(WARNING).build(),
                Given.context(),
                completed,
                Given.NOW);

        assertThat(tasks(set))
                .hasSize(made)
                .allSatisfy(
                        task -> assertThat(((Change.TaskCreation) task).description())
                                .startsWith(
                                        "Asked again: the task before this one was completed on 2026-06-30, and this is still so."));
        assertThat(tasks(set)).extracting(Change::key).allMatch(key -> key.endsWith("-2"));
    }

    @Test
    void deletedTaskWhoseReasonStandsHasASuccessorAfterTheCoolDownToo() {
        KnownState deleted = over(Given.after(NONE, plan(NONE, WARNING)), KnownTask.State.DELETED, Given.DAY);
        ChangeSet set = planner.plan(
                Given.verdict().on(Given.DAY.plusDays(30)).findings(WARNING).build(),
                Given.context(),
                deleted,
                Given.NOW);

        assertThat(tasks(set))
                .singleElement()
                .isInstanceOfSatisfying(
                        Change.TaskCreation.class,
                        task -> assertThat(task.description()).contains("was deleted on 2026-06-30"));
    }

    /** "Not now" is respected; that nothing needs action any more is told all the same. */
    @Test
    void deferredTaskIsLeftAloneUntilItsReasonIsGone() {
        KnownState deferred = status(Given.after(NONE, plan(NONE, WARNING)), "Deferred");

        assertThat(tasks(plan(deferred, WORSE, ANOTHER))).isEmpty();
        assertThat(tasks(plan(deferred))).singleElement().isInstanceOf(Change.TaskClosure.class);
        assertThat(tasks(plan(status(deferred, "In Progress"), WORSE, ANOTHER)))
                .singleElement()
                .isInstanceOf(Change.TaskRefresh.class);
    }

    /** The survivor's own task goes on; that of the account merged into it is closed and says why. */
    @Trap({"G1", "F15"})
    @Test
    void mergedAccountsEndWithOneOpenTaskPerTheme() {
        KnownState known = Given.after(NONE, plan(NONE, WARNING));
        KnownTask own = known.tasks().getFirst();
        KnownTask came = new KnownTask(
                Given.taskId(9),
                own.key()
                        .replace(
                                Given.ACCOUNT.value(),
                                RecordId.of("001000000000009").value()),
                KnownTask.State.OPEN,
                own.subject(),
                own.description(),
                own.priority());
        KnownState merged = new KnownState(known.fields(), List.of(came, own), known.settledTasks(), known.mark());

        assertThat(tasks(plan(merged, WARNING)))
                .singleElement()
                .isInstanceOfSatisfying(Change.TaskClosure.class, closure -> {
                    assertThat(closure.task()).isEqualTo(came.id());
                    assertThat(closure.description()).contains("its account was merged into this one");
                });
        KnownState onlyTheirs = new KnownState(known.fields(), List.of(came), known.settledTasks(), known.mark());
        assertThat(tasks(plan(onlyTheirs, WARNING)))
                .as("one is enough, whoever's")
                .isEmpty();
    }

    private static KnownState over(KnownState known, KnownTask.State state, LocalDate since) {
        return new KnownState(
                known.fields(),
                known.tasks().stream()
                        .map(task -> new KnownTask(
                                task.id(),
                                task.key(),
                                state,
                                task.subject(),
                                task.description(),
                                task.priority(),
                                "Completed",
                                Optional.of(since)))
                        .toList(),
                known.settledTasks(),
                known.mark());
    }

    private static KnownState status(KnownState known, String status) {
        return new KnownState(
                known.fields(),
                known.tasks().stream()
                        .map(task -> new KnownTask(
                                task.id(),
                                task.key(),
                                task.state(),
                                task.subject(),
                                task.description(),
                                task.priority(),
                                status,
                                task.changedOn()))
                        .toList(),
                known.settledTasks(),
                known.mark());
    }
}
