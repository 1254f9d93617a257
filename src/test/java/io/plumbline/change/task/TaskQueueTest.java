package io.plumbline.change.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.change.Change;
import io.plumbline.config.tasks.TaskLimits;
import io.plumbline.crm.RecordId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bounded queue against the plain way: sort all, and give one by one. */
class TaskQueueTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private record Wish(Change.TaskCreation creation, double attention) {}

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 20261122})
    void givesAndSparesAsIfAllWereKept(long seed) {
        Random random = new Random(seed);
        TaskLimits limits = new TaskLimits(1 + random.nextInt(8), 1 + random.nextInt(8), 30);
        TaskBudget budget = new TaskBudget(limits);
        TaskBudget.Load load = new TaskBudget.Load(some(random, 9), some(random, 9));
        List<Wish> all = new ArrayList<>();
        for (int i = 0; i < random.nextInt(400); i++) {
            all.add(asked(random, i));
        }
        TaskQueue queue = budget.queue();
        all.forEach(asked -> queue.add(asked.creation(), asked.attention()));

        TaskBudget.Shares shares = budget.share(queue, load);

        Map<RecordId, List<Change.TaskCreation>> spared = new TreeMap<>();
        Map<RecordId, String> why = new HashMap<>();
        assertThat(tasks(shares.given()))
                .as("seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(plainly(all, limits, load, spared, why));
        assertThat(shares.waiting().keySet()).containsExactlyElementsOf(spared.keySet());
        spared.forEach((person, waiting) -> {
            TaskBudget.Waiting found = shares.waiting().get(person);
            assertThat(found.number()).isEqualTo(waiting.size());
            assertThat(tasks(found.first()))
                    .isEqualTo(waiting.subList(0, Math.min(WeeklyDigest.NAMED, waiting.size())));
            assertThat(found.why()).contains(why.get(person));
        });
    }

    private static List<Change.TaskCreation> tasks(List<Asked> asked) {
        return asked.stream().map(one -> one.task().get()).toList();
    }

    private static List<Change.TaskCreation> plainly(
            List<Wish> all,
            TaskLimits limits,
            TaskBudget.Load load,
            Map<RecordId, List<Change.TaskCreation>> spared,
            Map<RecordId, String> why) {
        Map<RecordId, Integer> open = new HashMap<>(load.open());
        Map<RecordId, Integer> thisWeek = new HashMap<>(load.thisWeek());
        List<Change.TaskCreation> given = new ArrayList<>();
        all.stream()
                .sorted(Comparator.<Wish>comparingDouble(asked -> -asked.attention())
                        .thenComparing(asked -> asked.creation().account())
                        .thenComparing(asked -> asked.creation().due())
                        .thenComparing(asked -> asked.creation().taskKey()))
                .map(Wish::creation)
                .forEach(creation -> {
                    RecordId owner = creation.owner();
                    boolean full = open.getOrDefault(owner, 0) >= limits.openPerPerson();
                    if (full || thisWeek.getOrDefault(owner, 0) >= limits.newPerPersonAndWeek()) {
                        spared.computeIfAbsent(owner, person -> new ArrayList<>())
                                .add(creation);
                        why.put(owner, full ? "maxOpenPerPerson" : "maxNewPerPersonPerWeek");
                    } else {
                        open.merge(owner, 1, Integer::sum);
                        thisWeek.merge(owner, 1, Integer::sum);
                        given.add(creation);
                    }
                });
        return given;
    }

    private static Map<RecordId, Integer> some(Random random, int most) {
        Map<RecordId, Integer> some = new HashMap<>();
        for (int i = 0; i < 4; i++) {
            some.put(person(i), random.nextInt(most));
        }
        return some;
    }

    private static Wish asked(Random random, int number) {
        RecordId account = RecordId.of("001" + String.format("%012d", random.nextInt(60)));
        return new Wish(
                new Change.TaskCreation(
                        account,
                        "key-" + number,
                        person(random.nextInt(5)),
                        "Task " + number,
                        "d",
                        "p",
                        DAY.plusDays(random.nextInt(3)),
                        "because"),
                Integer.parseInt(account.value().substring(10, 15)) % 4);
    }

    private static RecordId person(int number) {
        return RecordId.of("005" + String.format("%012d", number));
    }
}
