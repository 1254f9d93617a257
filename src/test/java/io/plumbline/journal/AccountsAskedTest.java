package io.plumbline.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.crm.RecordId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the journal knows of some accounts, against the plain way: ask of one after another. */
class AccountsAskedTest {

    private static final RecordId ORG = RecordId.of("00D000000000001");
    private static final RecordId OTHER_ORG = RecordId.of("00D000000000002");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final int ACCOUNTS = 520;

    private final Random random = new Random(20261122);
    private Journal journal;

    private record Journal(Runs runs, Verdicts verdicts, Effects effects, Answers answers) {

        static Journal empty() {
            JournalDatabase database = JournalDatabase.empty();
            return new Journal(
                    new Runs(database.client(), Clock.fixed(NOW, ZoneOffset.UTC)),
                    new Verdicts(database.template(), database.transaction()),
                    new Effects(database.template()),
                    new Answers(database.client(), database.transaction()));
        }
    }

    @BeforeEach
    void begin() {
        journal = Journal.empty();
    }

    @ParameterizedTest(name = "{0} accounts")
    @ValueSource(ints = {0, 1, 499, 500, 501})
    void knowsOfSomeWhatItKnowsOfEach(int number) {
        for (RecordId org : List.of(ORG, OTHER_ORG)) {
            livedThrough(org);
        }
        List<RecordId> some = IntStream.range(0, number)
                .mapToObj(i -> account(ACCOUNTS - 1 - i))
                .toList();

        assertThat(journal.verdicts().lastWritten(ORG, some))
                .containsExactlyInAnyOrderElementsOf(some.stream()
                        .flatMap(account -> journal.verdicts().lastWritten(ORG, account).stream())
                        .toList());
        assertThat(byAccount(journal.verdicts().history(ORG, some, DAY.minusDays(40)), Verdict::account))
                .isEqualTo(ofEach(some, account -> journal.verdicts().history(ORG, account, DAY.minusDays(40))));
        assertThat(byAccount(journal.answers().holding(ORG, some, DAY), Answer::account))
                .isEqualTo(ofEach(some, account -> journal.answers().holding(ORG, account, DAY)));
        assertThat(byAccount(journal.effects().lastSaved(ORG, some), Effect::account))
                .isEqualTo(ofEach(some, account -> journal.effects().lastSaved(ORG, account)));
        Map<RecordId, Set<String>> settled = new HashMap<>(journal.effects().settledTasks(ORG));
        settled.keySet().retainAll(some);
        assertThat(journal.effects().settledTasks(ORG, some)).isEqualTo(settled);
    }

    /** More than some hundred at once look up the verdicts in force of all accounts, fewer those of each portion. */
    @Test
    void tellsWhatIsNewsOfFewAsOfMany() {
        Journal inPortions = Journal.empty();
        for (int day = 0; day < 4; day++) {
            LocalDate on = DAY.plusDays(day * 9L);
            List<JudgedAccount.InFull> judged =
                    IntStream.range(0, ACCOUNTS).mapToObj(i -> judged(i, on)).toList();
            journal.verdicts().record(ORG, journal.runs().begin(ORG, on, false), judged);
            RunId run = inPortions.runs().begin(ORG, on, false);
            for (int from = 0; from < ACCOUNTS; from += 130) {
                inPortions.verdicts().record(ORG, run, judged.subList(from, from + 130));
            }
        }
        List<RecordId> all = IntStream.range(0, ACCOUNTS)
                .mapToObj(AccountsAskedTest::account)
                .toList();

        List<Verdict> found = inPortions.verdicts().history(ORG, all, DAY);
        assertThat(found).containsExactlyInAnyOrderElementsOf(journal.verdicts().history(ORG, all, DAY));
        assertThat(found.size()).isBetween(ACCOUNTS + 1, 4 * ACCOUNTS - 1);
    }

    private void livedThrough(RecordId org) {
        RunId run = journal.runs().begin(org, DAY, false);
        List<WrittenVerdict> written = new ArrayList<>();
        List<Effect> effects = new ArrayList<>();
        Map<RecordId, Set<String>> settled = new HashMap<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            RecordId account = account(i);
            if (random.nextInt(3) > 0) {
                written.add(new WrittenVerdict(account, DAY, "RED", "v" + i, "t" + random.nextInt()));
            }
            if (random.nextInt(3) == 0) {
                settled.put(account, Set.of("k" + i, "l" + i));
            }
            for (int effect = 0; effect < random.nextInt(5); effect++) {
                effects.add(new Effect(
                        run,
                        account,
                        Optional.empty(),
                        "key" + random.nextInt(3),
                        Effect.Outcome.values()[random.nextInt(2)],
                        "",
                        "",
                        "{}",
                        NOW));
            }
            if (random.nextInt(9) == 0) {
                for (String finding : List.of("b", "a")) {
                    journal.answers()
                            .give(
                                    org,
                                    new Answer(
                                            account,
                                            finding,
                                            "why",
                                            account(1),
                                            NOW,
                                            DAY.plusDays(random.nextInt(3) - 1)));
                }
            }
        }
        journal.verdicts().written(org, written);
        journal.effects().recordAll(org, effects);
        journal.effects().settled(org, DAY, settled);
        for (int days : List.of(60, 40, 39, 1)) {
            journal.verdicts()
                    .record(
                            org,
                            run,
                            IntStream.range(0, ACCOUNTS)
                                    .filter(i -> random.nextInt(4) > 0)
                                    .mapToObj(i -> judged(i, DAY.minusDays(days)))
                                    .toList());
        }
    }

    private JudgedAccount.InFull judged(int number, LocalDate day) {
        BigDecimal health = new BigDecimal(random.nextInt(2) + ".500000");
        return new JudgedAccount.InFull(
                new JudgedAccount(
                        "Account",
                        new Verdict(
                                account(number),
                                day,
                                health,
                                health.intValue(),
                                1,
                                1,
                                1,
                                1,
                                1,
                                1,
                                97,
                                "RED",
                                "STALE",
                                "STEADY",
                                null),
                        "reasons",
                        "next"),
                "{}");
    }

    private static RecordId account(int number) {
        return RecordId.of("001" + String.format("%012d", number));
    }

    private static <T> Map<RecordId, List<T>> byAccount(List<T> all, Function<T, RecordId> account) {
        return all.stream().collect(Collectors.groupingBy(account));
    }

    private static <T> Map<RecordId, List<T>> ofEach(List<RecordId> accounts, Function<RecordId, List<T>> one) {
        Map<RecordId, List<T>> all = new HashMap<>();
        accounts.forEach(account -> {
            List<T> found = one.apply(account);
            if (!found.isEmpty()) {
                all.put(account, found);
            }
        });
        return all;
    }
}
