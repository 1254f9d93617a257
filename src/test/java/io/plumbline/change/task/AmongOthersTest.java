package io.plumbline.change.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.change.Change;
import io.plumbline.change.ChangeJson;
import io.plumbline.change.ChangeSet;
import io.plumbline.change.Given;
import io.plumbline.change.KnownTask;
import io.plumbline.change.VerdictMark;
import io.plumbline.config.Configuration;
import io.plumbline.config.tasks.TaskLimits;
import io.plumbline.crm.RecordId;
import io.plumbline.journal.Standing;
import io.plumbline.journal.StandingTask;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Judging some accounts and whomever the limits concern besides, against the plain way: judging all. */
class AmongOthersTest {

    private static final Instant NOW = Given.DAY.atStartOfDay().toInstant(ZoneOffset.UTC);
    private static final List<RecordId> PEOPLE = IntStream.range(0, 5)
            .mapToObj(i -> RecordId.of("005" + String.format("%012d", i)))
            .toList();

    /** An account with what it asks for, what it has of our tasks, and the digests among these. */
    private record Account(ChangeSet asks, Standing standing, List<KnownTask> digests) {

        RecordId id() {
            return asks.account();
        }
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("plumbline.seeds", 60));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void doesToSomeWhatJudgingAllDoesAndNothingIsLeftToDoToTheOthers(long seed) {
        Random random = new Random(seed);
        AttentionLimits limits = new AttentionLimits(
                new TaskBudget(new TaskLimits(1 + random.nextInt(6), 1 + random.nextInt(6), 30)),
                new WeeklyDigest(Configuration.shipped().tasks()));
        List<Account> all =
                IntStream.range(0, 30).mapToObj(i -> account(random, i)).toList();
        Map<RecordId, ChangeSet> plainly = new TreeMap<>();
        limits.ofAll(judged(all), NOW, Given.DAY, true).forEach(set -> plainly.put(set.account(), set));

        Set<RecordId> chosen = all.stream()
                .map(Account::id)
                .filter(id -> random.nextInt(6) == 0)
                .collect(Collectors.toCollection(HashSet::new));
        AttentionLimits.Among among;
        do {
            among = limits.among(
                    new Remembering(all),
                    judged(all.stream()
                            .filter(account -> chosen.contains(account.id()))
                            .toList()),
                    NOW,
                    Given.DAY);
            chosen.addAll(among.concerned());
        } while (!among.concerned().isEmpty());

        assertThat(among.plan()).as("seed %d", seed).allSatisfy(set -> {
            assertThat(set.changes())
                    .containsExactlyInAnyOrderElementsOf(
                            plainly.get(set.account()).changes());
            assertThat(set.held()).isEqualTo(plainly.get(set.account()).held());
        });
        plainly.keySet().removeAll(chosen);
        assertThat(plainly.values())
                .as("seed %d", seed)
                .allMatch(set -> set.changes().isEmpty());
    }

    private static AttentionLimits.Judged judged(List<Account> accounts) {
        return new AttentionLimits.Judged(
                accounts.stream().map(Account::asks).toList(),
                accounts.stream().map(Account::standing).toList(),
                accounts.stream()
                        .filter(account -> !account.digests().isEmpty())
                        .collect(Collectors.toMap(Account::id, Account::digests)),
                accounts.stream().map(Account::id).collect(Collectors.toSet()));
    }

    private static Account account(Random random, int number) {
        RecordId id = RecordId.of("001" + String.format("%012d", number));
        double attention = random.nextInt(8);
        List<Change> asks = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            asks.add(new Change.TaskCreation(
                    id,
                    "k" + number + "-" + i,
                    person(random),
                    "Subject " + number,
                    "d",
                    "p",
                    Given.DAY.plusDays(random.nextInt(3)),
                    "because"));
        }
        List<StandingTask> tasks = new ArrayList<>();
        for (int i = 0; i < random.nextInt(3); i++) {
            Instant created = NOW.minus(Duration.ofDays(random.nextInt(12)));
            tasks.add(new StandingTask(
                    id,
                    "t" + number + "-" + i,
                    Optional.of(person(random)),
                    random.nextBoolean(),
                    Optional.of(created)));
        }
        List<KnownTask> digests = new ArrayList<>();
        if (number < PEOPLE.size() && random.nextInt(3) > 0) {
            RecordId person = PEOPLE.get(number);
            String key = DigestKey.of(person, Given.DAY.minusWeeks(random.nextInt(2)))
                    .toString();
            boolean open = random.nextInt(3) > 0;
            tasks.add(new StandingTask(id, key, Optional.of(person), open, Optional.of(NOW)));
            digests.add(new KnownTask(
                    Given.taskId(number),
                    key,
                    open ? KnownTask.State.OPEN : KnownTask.State.CLOSED,
                    "s",
                    "d",
                    "p",
                    "",
                    Optional.empty()));
        }
        ChangeSet set = new ChangeSet(id, asks, List.of(), Set.of(), false, false, false, new VerdictMark("v", "t"));
        return new Account(
                set,
                new Standing(
                        id,
                        "",
                        "",
                        "RED",
                        "STALE",
                        1,
                        attention,
                        "",
                        "",
                        false,
                        Set.of(),
                        tasks,
                        wanted(set, attention)),
                digests);
    }

    private static List<Standing.Wanted.InFull> wanted(ChangeSet set, double attention) {
        return set.creations().stream()
                .map(task ->
                        new Standing.Wanted.InFull(Asked.of(task, attention).wanted(), ChangeJson.write(task)))
                .toList();
    }

    private static RecordId person(Random random) {
        return PEOPLE.get(random.nextInt(PEOPLE.size()));
    }

    private record Remembering(List<Account> all) implements AttentionLimits.Remembered {

        @Override
        public Set<RecordId> wantedFor() {
            return asked().stream().map(one -> one.wanted().owner()).collect(Collectors.toSet());
        }

        @Override
        public List<Standing.Wanted> wanted(Collection<RecordId> people) {
            return asked().stream()
                    .map(Standing.Wanted.InFull::wanted)
                    .filter(one -> people.contains(one.owner()))
                    .toList();
        }

        @Override
        public String payload(Standing.Wanted wanted) {
            return asked().stream()
                    .filter(one -> one.wanted().equals(wanted))
                    .findFirst()
                    .orElseThrow()
                    .payload();
        }

        @Override
        public List<StandingTask> of(Collection<RecordId> people) {
            return tasks().stream()
                    .filter(task -> task.owner().filter(people::contains).isPresent())
                    .toList();
        }

        @Override
        public List<StandingTask> digests() {
            return tasks().stream().filter(task -> WeeklyDigest.is(task.key())).toList();
        }

        private List<Standing.Wanted.InFull> asked() {
            return all.stream()
                    .flatMap(account -> account.standing().wanted().stream())
                    .toList();
        }

        private List<StandingTask> tasks() {
            return all.stream()
                    .flatMap(account -> account.standing().tasks().stream())
                    .toList();
        }
    }
}
