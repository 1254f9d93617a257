package io.plumbline.change.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.change.Change;
import io.plumbline.change.ChangeJson;
import io.plumbline.change.Given;
import io.plumbline.config.Configuration;
import io.plumbline.config.tasks.TaskLimits;
import io.plumbline.crm.RecordId;
import io.plumbline.journal.Standing;
import io.plumbline.journal.StandingTask;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that judged nothing itself; another account has been waiting for a task, for which its owner may have two open. */
class AttentionLimitsTest {

    private static final Instant NOW = Given.DAY.atStartOfDay().toInstant(ZoneOffset.UTC);
    private static final RecordId WAITING = RecordId.of("001000000000007");
    private static final AttentionLimits LIMITS = new AttentionLimits(
            new TaskBudget(new TaskLimits(2, 9, 30)),
            new WeeklyDigest(Configuration.shipped().tasks()));

    private final Journal journal = new Journal();

    @ParameterizedTest
    @CsvSource({"1, true", "2, false"})
    void accountThatWaitsIsConcernedOnceItsOwnerHasRoom(int open, boolean concerned) {
        journal.has(open);
        journal.tasks.add(digest());
        journal.wants();

        assertThat(concerned(Set.of()).contains(WAITING)).isEqualTo(concerned);
    }

    @Test
    void accountThatWasLookedAtIsNotConcernedAgain() {
        journal.wants();

        assertThat(concerned(Set.of(WAITING))).isEmpty();
    }

    @Test
    void whoeverWaitsWithoutADigestOfTheWeekGetsOne() {
        journal.has(2);
        journal.wants();

        assertThat(concerned(Set.of())).containsExactly(WAITING);
    }

    @Test
    void digestOfSomebodyForWhomNothingWaitsAnyMoreIsToBeClosed() {
        journal.tasks.add(digest());

        assertThat(concerned(Set.of())).containsExactly(Given.ACCOUNT);
    }

    private Set<RecordId> concerned(Set<RecordId> looked) {
        return LIMITS.among(journal, new AttentionLimits.Judged(List.of(), List.of(), Map.of(), looked), NOW, Given.DAY)
                .concerned();
    }

    private static StandingTask digest() {
        return task(DigestKey.of(Given.OWNER, Given.DAY).toString());
    }

    private static StandingTask task(String key) {
        return new StandingTask(Given.ACCOUNT, key, Optional.of(Given.OWNER), true, Optional.of(NOW));
    }

    private static final class Journal implements AttentionLimits.Remembered {

        private final List<StandingTask> tasks = new ArrayList<>();
        private final List<Standing.Wanted> wanted = new ArrayList<>();

        void has(int open) {
            for (int i = 0; i < open; i++) {
                tasks.add(task("open" + i));
            }
        }

        void wants() {
            wanted.add(new Standing.Wanted(WAITING, "k", Given.OWNER, 1000, Given.DAY));
        }

        @Override
        public Set<RecordId> wantedFor() {
            return wanted.isEmpty() ? Set.of() : Set.of(Given.OWNER);
        }

        @Override
        public List<Standing.Wanted> wanted(Collection<RecordId> people) {
            return people.contains(Given.OWNER) ? wanted : List.of();
        }

        @Override
        public String payload(Standing.Wanted one) {
            return ChangeJson.write(
                    new Change.TaskCreation(one.account(), one.taskKey(), one.owner(), "s", "d", "p", one.due(), "r"));
        }

        @Override
        public List<StandingTask> of(Collection<RecordId> people) {
            return people.contains(Given.OWNER) ? tasks : List.of();
        }

        @Override
        public List<StandingTask> digests() {
            return tasks.stream().filter(task -> WeeklyDigest.is(task.key())).toList();
        }
    }
}
