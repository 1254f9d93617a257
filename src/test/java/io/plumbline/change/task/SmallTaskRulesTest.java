package io.plumbline.change.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.assess.Assessment;
import io.plumbline.assess.Band;
import io.plumbline.assess.CheckVerdict;
import io.plumbline.assess.PlanThoroughness;
import io.plumbline.assess.PlanVetting;
import io.plumbline.change.AnsweredAssessment;
import io.plumbline.change.Change;
import io.plumbline.change.ChangeSet;
import io.plumbline.change.Given;
import io.plumbline.change.VerdictMark;
import io.plumbline.config.policy.Theme;
import io.plumbline.config.tasks.TaskLimits;
import io.plumbline.crm.RecordId;
import io.plumbline.journal.StandingTask;
import io.plumbline.testing.Trap;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallTaskRulesTest {

    @ParameterizedTest
    @CsvSource({
        // Tuesday, then Friday, Saturday and Sunday
        "2026-06-30, 0, 2026-06-30",
        "2026-06-30, 1, 2026-07-01",
        "2026-06-30, 4, 2026-07-06",
        "2026-07-03, 1, 2026-07-06",
        "2026-07-04, 0, 2026-07-06",
        "2026-07-04, 1, 2026-07-06",
        "2026-07-05, 5, 2026-07-10",
        "2026-07-03, 10, 2026-07-17"
    })
    void dueDatesFallOnWorkingDays(LocalDate start, int days, LocalDate due) {
        WorkingDays calendar = new WorkingDays(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));

        assertThat(calendar.after(start, days)).isEqualTo(due);
    }

    @Test
    void otherWeekendsExistButNotSevenDaysOfIt() {
        WorkingDays gulf = new WorkingDays(EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY));

        assertThat(gulf.after(LocalDate.of(2026, 7, 2), 1)).isEqualTo(LocalDate.of(2026, 7, 5));
        assertThatThrownBy(() -> new WorkingDays(EnumSet.allOf(DayOfWeek.class)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tasks.yaml");
    }

    /** The key follows from account, theme and number alone, and needs no escaping anywhere. */
    @Trap({"F1", "L6"})
    @Test
    void taskKeyReadsBackWhatItSays() {
        TaskKey key = new TaskKey(RecordId.of("001000000000ABc"), Theme.RELATIONSHIP, 12);

        assertThat(key.toString()).matches("[A-Za-z0-9-]{1,80}").contains("relationship-12");
        assertThat(TaskKey.parse(key.toString())).contains(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plumbline-001000000000ABc-currency-1",
                "plumbline-001000000000001AAA-weather-1",
                "plumbline-001000000000001AAA-currency-0",
                "plumbline-001000000000001AAA-currency-99999999999",
                "plumbline-001000000000001AAB-currency-1",
                "x-plumbline-001000000000001AAA-currency-1"
            })
    void foreignKeysAreNoneOfOurs(String text) {
        assertThat(TaskKey.parse(text)).isEmpty();
    }

    /** Account 3 needs most attention, then 2, then 1; the owner has one task open and may have three. */
    @Test
    void tasksBeyondAPersonsBudgetAreHeldTheLeastUrgentFirst() {
        RecordId owner = Given.OWNER;
        List<ChangeSet> plan = List.of(
                asking(1, owner, Given.DAY), asking(2, owner, Given.DAY.plusDays(1)), asking(3, owner, Given.DAY));
        TaskBudget.Budgeted budgeted = new TaskBudget(new TaskLimits(3, 9, 30))
                .apply(
                        plan,
                        List.of(),
                        open(owner, 1),
                        account -> account.value().charAt(14) - '0');
        List<ChangeSet> within = budgeted.plan();

        assertThat(within).extracting(set -> set.changes().size()).containsExactly(0, 1, 1);
        assertThat(within.getFirst().held())
                .singleElement()
                .satisfies(held -> assertThat(held.reason()).contains("3 open tasks", "maxOpenPerPerson"));
        assertThat(budgeted.waiting().get(owner).first())
                .extracting(asked -> asked.wanted().taskKey())
                .containsExactly("k1");
        assertThat(new TaskBudget(new TaskLimits(4, 9, 30))
                        .apply(plan, List.of(), open(owner, 1), account -> 0)
                        .plan())
                .isEqualTo(plan);
        assertThat(new TaskBudget(new TaskLimits(2, 9, 30))
                        .apply(plan, List.of(), open(Given.MANAGER, 9), account -> 0)
                        .plan())
                .extracting(set -> set.changes().size())
                .containsExactly(1, 1, 0);
    }

    /** As above, with room for many, and one new task got this week already. */
    @Test
    void newTasksBeyondAPersonsWeekAreHeld() {
        RecordId owner = Given.OWNER;
        List<ChangeSet> plan =
                List.of(asking(1, owner, Given.DAY), asking(2, owner, Given.DAY), asking(3, Given.MANAGER, Given.DAY));
        TaskBudget.Budgeted budgeted = new TaskBudget(new TaskLimits(99, 2, 30))
                .apply(plan, List.of(), new TaskBudget.Load(Map.of(), Map.of(owner, 1)), account -> 0);

        assertThat(budgeted.plan()).extracting(set -> set.changes().size()).containsExactly(1, 0, 1);
        assertThat(budgeted.plan().get(1).held())
                .singleElement()
                .satisfies(held -> assertThat(held.reason()).contains("2 new tasks", "maxNewPerPersonPerWeek"));
    }

    /** Account 2 is in the plan; 1 and 3 were not judged and ask as well, 3 most urgently. */
    @Test
    void accountsOutsideThePlanCompeteForTheSameRoom() {
        RecordId owner = Given.OWNER;
        List<ChangeSet> plan = List.of(asking(2, owner, Given.DAY));
        List<Asked> elsewhere = Stream.of(asking(1, owner, Given.DAY), asking(3, owner, Given.DAY))
                .flatMap(set -> set.creations().stream())
                .map(task -> Asked.of(task, task.account().value().charAt(14) - '0'))
                .toList();
        TaskBudget.Budgeted budgeted = new TaskBudget(new TaskLimits(2, 9, 30))
                .apply(
                        plan,
                        elsewhere,
                        open(owner, 1),
                        account -> account.value().charAt(14) - '0');

        assertThat(budgeted.elsewhere())
                .containsExactly(elsewhere.getLast().wanted().account());
        assertThat(budgeted.plan().getFirst().changes()).isEmpty();
        assertThat(budgeted.waiting().get(owner).first())
                .extracting(asked -> asked.wanted().taskKey())
                .containsExactly("k2", "k1");
    }

    /** A task of a week and a day ago, one of yesterday, a digest, one that is being closed and one that is closed. */
    @Test
    void countsWhatSomebodyHasOnceTheChangesAreMade() {
        Instant now = Given.DAY.atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant longAgo = now.minus(Duration.ofDays(8));
        Instant yesterday = now.minus(Duration.ofDays(1));
        ChangeSet closing = new ChangeSet(
                Given.ACCOUNT,
                List.of(new Change.TaskClosure(Given.ACCOUNT, Given.ACCOUNT, "closing", "Completed", "d", "r")),
                List.of(),
                Set.of(),
                true,
                false,
                false,
                new VerdictMark("v", "t"));
        List<StandingTask> after = TaskLoad.after(
                closing,
                List.of(
                        task("old", true, longAgo),
                        task("new", true, yesterday),
                        task(DigestKey.of(Given.OWNER, Given.DAY).toString(), true, yesterday),
                        task("closing", true, yesterday),
                        task("over", false, longAgo)),
                now);

        assertThat(after).extracting(StandingTask::key).doesNotContain("over").hasSize(4);
        assertThat(TaskLoad.of(after, now))
                .isEqualTo(new TaskBudget.Load(Map.of(Given.OWNER, 2), Map.of(Given.OWNER, 2)));
    }

    private static StandingTask task(String key, boolean open, Instant createdAt) {
        return new StandingTask(Given.ACCOUNT, key, Optional.of(Given.OWNER), open, Optional.of(createdAt));
    }

    private static TaskBudget.Load open(RecordId person, int tasks) {
        return new TaskBudget.Load(Map.of(person, tasks), Map.of());
    }

    private static ChangeSet asking(int number, RecordId owner, LocalDate due) {
        RecordId account = RecordId.of("001" + String.format("%012d", number));
        return new ChangeSet(
                account,
                List.of(new Change.TaskCreation(account, "k" + number, owner, "s", "d", "p", due, "r")),
                List.of(),
                Set.of(),
                true,
                false,
                false,
                new VerdictMark("v", "t"));
    }

    /** In this verdict: risks measured, target passed, reciprocity unknown, execution unknown, a role missing. */
    @ParameterizedTest
    @CsvSource({
        "GREEN, plan.exists, true",
        "GREEN, plan.drift, false",
        "GREEN, section.risks, true",
        "GREEN, section.industry, false",
        "GREEN, vet.target, true",
        "GREEN, vet.smart, false",
        "GREEN, vet.removed, true",
        "GREEN, role.innovator, true",
        "GREEN, cap.silence, true",
        "INSUFFICIENT, cap.silence, false",
        "GREEN, rhythm.recency, true",
        "GREEN, rhythm.reciprocity, false"
    })
    void knowsWhatItCanSeeAndWhatItCannot(Band band, String finding, boolean known) {
        Assessment seen = Given.verdict().health(60.0, band).build();
        Assessment verdict = new Assessment(
                seen.accountId(),
                seen.asOf(),
                seen.planId(),
                seen.currency(),
                new PlanThoroughness(50.0, Map.of("risks", 1.0), List.of("industry")),
                new PlanVetting(
                        50.0, Map.of("vet.target", CheckVerdict.PASS, "vet.smart", CheckVerdict.UNKNOWN), List.of()),
                seen.execution(),
                seen.roles(),
                seen.health(),
                seen.money(),
                seen.findings(),
                seen.reasons());

        assertThat(new Knowledge(AnsweredAssessment.unanswered(verdict)).of(finding))
                .isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource({"section.risks, false", "vet.target, false", "exec.overdue, false", "rhythm.recency, true"})
    void aPlanThatIsGoneIsNoEvidenceAboutWhatWasInIt(String finding, boolean known) {
        Assessment seen = Given.verdict().build();
        Assessment noPlan = new Assessment(
                seen.accountId(),
                seen.asOf(),
                null,
                seen.currency(),
                seen.thoroughness(),
                seen.vetting(),
                seen.execution(),
                seen.roles(),
                seen.health(),
                seen.money(),
                seen.findings(),
                seen.reasons());

        assertThat(new Knowledge(AnsweredAssessment.unanswered(noPlan)).of(finding))
                .isEqualTo(known);
    }

    @Test
    void managersAreFoundUpTheChain() {
        RecordId top = RecordId.of("005000000000009");
        People people = People.of(List.of(
                new Person(Given.OWNER, "o", false, Optional.of(Given.MANAGER)),
                new Person(Given.MANAGER, "m", false, Optional.of(top)),
                new Person(top, "t", true, Optional.empty())));

        assertThat(people.activeOrManagerOf(Given.OWNER)).map(Person::id).contains(top);
        assertThat(people.activeOrManagerOf(RecordId.of("005000000000008"))).isEmpty();
    }
}
