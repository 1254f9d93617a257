package io.plumbline.change.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.change.Change;
import io.plumbline.change.ChangeSet;
import io.plumbline.change.Given;
import io.plumbline.change.KnownTask;
import io.plumbline.change.VerdictMark;
import io.plumbline.config.policy.Severity;
import io.plumbline.config.policy.Theme;
import io.plumbline.config.tasks.TaskLimits;
import io.plumbline.crm.RecordId;
import io.plumbline.testing.Trap;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a person is spared is named once a week, and only then. */
class WeeklyDigestTest {

    private static final String WEEK_27 = "plumbline-" + Given.OWNER + "-digest-2026W27";

    private final WeeklyDigest digest = new WeeklyDigest(Given.tasks(Severity.WARNING));

    @Trap("F1")
    @Test
    void namesWhatWaitsOnTheAccountThatNeedsAttentionMost() {
        List<Change> digests = digests(digest.add(waiting(30), Map.of(), Given.DAY));

        assertThat(digests).singleElement().isInstanceOfSatisfying(Change.TaskCreation.class, task -> {
            assertThat(task.key()).isEqualTo(WEEK_27);
            assertThat(task.owner()).isEqualTo(Given.OWNER);
            assertThat(task.account()).isEqualTo(account(2));
            assertThat(task.subject()).isEqualTo("28 more");
            assertThat(task.description())
                    .contains("- Task 2", "- Task 26", "and 3 more")
                    .doesNotContain("Task 27\n");
            assertThat(task.due()).isEqualTo(Given.DAY.plusDays(7));
        });
    }

    @Test
    void weekHasOneWhateverBecameOfIt() {
        for (KnownTask.State state : KnownTask.State.values()) {
            assertThat(digests(digest.add(waiting(30), known(WEEK_27, state), Given.DAY)))
                    .as("%s", state)
                    .isEmpty();
        }
    }

    @Test
    void newerOneClosesTheOneBefore() {
        List<Change> digests =
                digests(digest.add(waiting(30), known(WEEK_27, KnownTask.State.OPEN), Given.DAY.plusDays(7)));

        assertThat(digests).hasSize(2);
        assertThat(digests)
                .anySatisfy(change -> assertThat(change)
                        .isInstanceOfSatisfying(
                                Change.TaskClosure.class,
                                closure ->
                                        assertThat(closure.description()).contains("a newer one names what is left")));
        assertThat(digests).extracting(Change::key).contains("plumbline-" + Given.OWNER + "-digest-2026W28");
    }

    @Test
    void nothingThatWaitsClosesIt() {
        assertThat(digests(digest.add(waiting(2), known(WEEK_27, KnownTask.State.OPEN), Given.DAY)))
                .singleElement()
                .isInstanceOf(Change.TaskClosure.class);
        assertThat(digests(digest.add(waiting(2), known(WEEK_27, KnownTask.State.CLOSED), Given.DAY)))
                .isEmpty();
    }

    /** The first days of January can belong to the last week of the year before. */
    @Test
    void weekIsThatOfTheCalendarEverywhere() {
        assertThat(DigestKey.of(Given.OWNER, LocalDate.of(2027, 1, 3)).week()).isEqualTo("2026W53");
        assertThat(DigestKey.of(Given.OWNER, LocalDate.of(2027, 1, 4)).week()).isEqualTo("2027W01");
    }

    private static List<Change> digests(List<ChangeSet> plan) {
        return plan.stream()
                .flatMap(set -> set.changes().stream())
                .filter(change -> WeeklyDigest.is(change.key()))
                .toList();
    }

    /** So many accounts that want a task each, of which the owner may get two. */
    private static TaskBudget.Budgeted waiting(int accounts) {
        List<ChangeSet> plan = IntStream.range(0, accounts)
                .mapToObj(i -> new ChangeSet(
                        account(i),
                        List.of(new Change.TaskCreation(
                                account(i),
                                new TaskKey(account(i), Theme.CURRENCY, 1).toString(),
                                Given.OWNER,
                                "Task " + i,
                                "d",
                                "p",
                                Given.DAY,
                                "because")),
                        List.of(),
                        Set.of(),
                        false,
                        false,
                        false,
                        new VerdictMark("v", "t")))
                .toList();
        return new TaskBudget(new TaskLimits(2, 9, 30))
                .apply(plan, List.of(), new TaskBudget.Load(Map.of(), Map.of()), account -> 0);
    }

    private static Map<RecordId, List<KnownTask>> known(String key, KnownTask.State state) {
        return Map.of(
                account(1), List.of(new KnownTask(Given.taskId(1), key, state, "s", "d", "p", "", Optional.empty())));
    }

    private static RecordId account(int number) {
        return RecordId.of("001" + String.format("%012d", number));
    }
}
