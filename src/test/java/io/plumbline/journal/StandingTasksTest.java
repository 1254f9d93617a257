package io.plumbline.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.crm.RecordId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What some people have and are to have of our tasks, against the plain way: look at every account. */
class StandingTasksTest {

    private static final RecordId ORG = RecordId.of("00D000000000001");
    private static final RecordId OTHER_ORG = RecordId.of("00D000000000002");
    private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");

    private final JournalDatabase database = JournalDatabase.empty();
    private final Standings standings = new Standings(database.template(), database.transaction());
    private final StandingTasks tasks = standings.tasks();

    @ParameterizedTest(name = "seed {0}, {1} of {2} people")
    @CsvSource({"1, 0, 9", "2, 1, 9", "3, 499, 900", "4, 500, 900", "5, 501, 900", "6, 1001, 1002"})
    void readsTheTasksOfThesePeopleAndOfNoOthers(long seed, int some, int people) {
        List<Standing> all = stored(new Random(seed), people);
        Set<RecordId> asked =
                IntStream.range(0, some).mapToObj(StandingTasksTest::person).collect(Collectors.toSet());

        assertThat(tasks.of(ORG, asked))
                .containsExactlyInAnyOrderElementsOf(all.stream()
                        .flatMap(one -> one.tasks().stream())
                        .filter(task -> task.owner().filter(asked::contains).isPresent())
                        .toList());
        assertThat(tasks.wanted(ORG, asked))
                .containsExactlyInAnyOrderElementsOf(all.stream()
                        .flatMap(one -> one.wanted().stream())
                        .map(Standing.Wanted.InFull::wanted)
                        .filter(wanted -> asked.contains(wanted.owner()))
                        .toList());
        assertThat(tasks.wantedFor(ORG))
                .isEqualTo(all.stream()
                        .flatMap(one -> one.wanted().stream())
                        .map(full -> full.wanted().owner())
                        .collect(Collectors.toSet()));
    }

    @Test
    void readsTheTextOfOneTask() {
        List<Standing> all = stored(new Random(7), 9);
        Standing.Wanted.InFull one = all.stream()
                .flatMap(standing -> standing.wanted().stream())
                .skip(3)
                .findFirst()
                .orElseThrow();

        assertThat(tasks.payload(ORG, one.wanted())).isEqualTo(one.payload());
    }

    @Test
    @DisabledIfSystemProperty(
            named = "plumbline.database",
            matches = "postgresql",
            disabledReason = "plans by its statistics")
    void findsPeopleByTheIndexThatBeginsWithThem() {
        stored(new Random(8), 900);
        int ofTwo = tasks.wanted(ORG, List.of(person(1), person(2))).size();

        assertThat(plan(
                        "select account_id, task_key, owner_id, attention, due_on from journal_wanted_task where owner_id"
                                + " in ('" + person(1) + "', '" + person(2) + "') and org_id = '" + ORG + "'"))
                .contains("JOURNAL_WANTED_TASK_BY_OWNER", "scanCount: " + (ofTwo + 1) + " ");
        assertThat(plan("select distinct owner_id from journal_wanted_task where org_id = '" + ORG + "'"))
                .contains("JOURNAL_WANTED_TASK_BY_OWNER");
    }

    private String plan(String query) {
        return database.client()
                .sql("explain analyze " + query)
                .query(String.class)
                .single();
    }

    private List<Standing> stored(Random random, int people) {
        List<Standing> all = IntStream.range(0, 400)
                .mapToObj(i -> standing(random, i, people))
                .toList();
        standings.replace(ORG, all, Set.of());
        standings.replace(
                OTHER_ORG,
                IntStream.range(0, 400)
                        .mapToObj(i -> standing(random, i, people))
                        .toList(),
                Set.of());
        return all;
    }

    private static Standing standing(Random random, int number, int people) {
        RecordId id = RecordId.of("001" + String.format("%012d", number));
        double attention = random.nextInt(50) / 4.0;
        List<StandingTask> has = new ArrayList<>();
        List<Standing.Wanted.InFull> wants = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            has.add(new StandingTask(
                    id,
                    "t" + i,
                    random.nextInt(9) == 0 ? Optional.empty() : Optional.of(person(random.nextInt(people))),
                    random.nextBoolean(),
                    random.nextInt(9) == 0 ? Optional.empty() : Optional.of(AT)));
        }
        for (int i = 0; i < random.nextInt(4); i++) {
            wants.add(new Standing.Wanted.InFull(
                    new Standing.Wanted(
                            id,
                            "w" + i,
                            person(random.nextInt(people)),
                            attention,
                            LocalDate.of(2026, 3, 1 + random.nextInt(28))),
                    "text " + number + " " + i));
        }
        return new Standing(id, "", "", "RED", "STALE", 1, attention, "", "", false, Set.of(), has, wants);
    }

    private static RecordId person(int number) {
        return RecordId.of("005" + String.format("%012d", number));
    }
}
