package io.plumbline.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.crm.RecordId;
import io.plumbline.testing.Trap;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JournalTest {

    private static final RecordId ORG = RecordId.of("00D000000000001");
    private static final RecordId OTHER_ORG = RecordId.of("00D000000000002");
    private static final RecordId ACME = RecordId.of("001000000000001");
    /** The same Id but for the letter case of one character. */
    private static final RecordId LOWER = RecordId.of("00100000000000a");

    private static final RecordId UPPER = RecordId.of("00100000000000A");
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final Instant NOW = Instant.parse("2026-06-30T04:00:00.123Z");

    private final JournalDatabase database = JournalDatabase.empty();
    private final Runs runs = new Runs(database.client(), Clock.fixed(NOW, ZoneOffset.UTC));
    private final Verdicts verdicts = new Verdicts(database.template(), database.transaction());
    private final Effects effects = new Effects(database.template());

    @Test
    void runIsOpenUntilItIsFinishedWithItsNumbers() {
        RunId id = runs.begin(ORG, DAY, false);
        Run open = runs.find(id).orElseThrow();
        RunCounters counters = new RunCounters(120, 130, 7, 40, 3, 2, 1, 14, 12, 1, 1, 5, 33);
        runs.finish(id, Run.State.PARTIAL, counters, "one record was refused");

        assertThat(open.state()).isEqualTo(Run.State.RUNNING);
        assertThat(open.finishedAt()).isEmpty();
        assertThat(runs.find(id))
                .contains(new Run(
                        id,
                        ORG,
                        DAY,
                        false,
                        Run.State.PARTIAL,
                        NOW,
                        Optional.of(NOW),
                        counters,
                        "one record was refused"));
    }

    /** Promise 8: the report tells the truth. */
    @Test
    void refusesNumbersThatDoNotAddUp() {
        assertThatThrownBy(() -> new RunCounters(1, 1, 1, 1, 0, 0, 0, 3, 1, 1, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not add up");
    }

    @Test
    void latestRunsAreThoseOfTheOrgAndTheNewestFirst() {
        RunId first = runs.begin(ORG, DAY, false);
        runs.begin(OTHER_ORG, DAY, false);
        RunId second = runs.begin(ORG, DAY.plusDays(1), true);

        assertThat(runs.latest(ORG, 10)).extracting(Run::id).containsExactly(second, first);
        assertThat(runs.latest(ORG, 1)).extracting(Run::dryRun).containsExactly(true);
    }

    /** A killed process leaves no run that seems to be under way. */
    @Trap("K1")
    @Test
    void runsOfAKilledProcessAreClosedAsFailed() {
        RunId killed = runs.begin(ORG, DAY, false);
        RunId others = runs.begin(OTHER_ORG, DAY, false);

        assertThat(runs.closeAbandoned(ORG)).isEqualTo(1);
        assertThat(runs.closeAbandoned(ORG)).isZero();
        assertThat(runs.find(killed)).map(Run::state).contains(Run.State.FAILED);
        assertThat(runs.find(others)).map(Run::state).contains(Run.State.RUNNING);
    }

    @Test
    void historyHasTheDaysOnWhichTheVerdictChangedAndOneAMonth() {
        for (int day = 0; day < 60; day++) {
            int health = day < 40 ? 71 : 66;
            judge(DAY.plusDays(day), verdict(ACME, DAY.plusDays(day), health, "AMBER"));
        }

        assertThat(verdicts.history(ORG, ACME, DAY))
                .extracting(Verdict::asOf, Verdict::writtenHealth)
                .containsExactly(tuple(DAY, 71), tuple(DAY.plusDays(28), 71), tuple(DAY.plusDays(40), 66));
        assertThat(verdicts.history(ORG, ACME, DAY.plusDays(29))).hasSize(1);
    }

    @Test
    void ofOneDayTheLastVerdictCounts() {
        judge(DAY, verdict(ACME, DAY, 71, "AMBER"));
        judge(DAY, verdict(ACME, DAY, 40, "RED"));

        assertThat(verdicts.history(ORG, ACME, DAY)).extracting(Verdict::band).containsExactly("RED");
        assertThat(verdicts.latest(ORG, Verdicts.Order.NAME)).hasSize(1);
    }

    @Test
    void unknownScoresComeBackAsUnknown() {
        Verdict blank = new Verdict(
                ACME, DAY, null, null, null, null, null, null, null, null, 0, "INSUFFICIENT", "MISSING", "NEW", null);
        judge(DAY, blank);

        assertThat(verdicts.latest(ORG, ACME).orElseThrow().account().verdict()).isEqualTo(blank);
        assertThat(verdicts.history(ORG, ACME, DAY)).containsExactly(blank);
    }

    @Test
    void pagesOrderAccountsAndPutTheUnknownLast() {
        Verdict green = verdict(ACME, DAY, 90, "GREEN");
        Verdict red = verdict(LOWER, DAY, 20, "RED");
        Verdict unknown = new Verdict(
                UPPER, DAY, null, null, null, null, null, null, null, null, 5, "INSUFFICIENT", "MISSING", "NEW", null);
        RunId run = runs.begin(ORG, DAY, false);
        verdicts.record(ORG, run, List.of(full("Acme", green), full("Bolt", unknown), full("Cog", red)));

        assertThat(names(Verdicts.Order.ATTENTION)).containsExactly("Cog", "Acme", "Bolt");
        assertThat(names(Verdicts.Order.HEALTH)).containsExactly("Cog", "Acme", "Bolt");
        assertThat(names(Verdicts.Order.BAND)).containsExactly("Cog", "Acme", "Bolt");
        assertThat(names(Verdicts.Order.NAME)).containsExactly("Acme", "Bolt", "Cog");
        assertThat(names(Verdicts.Order.PLAN_CURRENCY)).containsExactly("Bolt", "Acme", "Cog");
        assertThat(names(Verdicts.Order.THOROUGHNESS)).containsExactly("Acme", "Cog", "Bolt");
        assertThat(verdicts.latest(OTHER_ORG, Verdicts.Order.NAME)).isEmpty();
    }

    @Trap("H8")
    @Test
    void lastWrittenIsWhatSalesforceWasGivenLast() {
        verdicts.written(
                ORG,
                List.of(
                        new WrittenVerdict(LOWER, DAY, "RED", "a1", "b1"),
                        new WrittenVerdict(UPPER, DAY, "GREEN", "a2", "b2")));
        verdicts.written(ORG, List.of(new WrittenVerdict(LOWER, DAY.plusDays(1), "AMBER", "a3", "b3")));

        assertThat(verdicts.lastWritten(ORG))
                .isEqualTo(Map.of(
                        LOWER, new WrittenVerdict(LOWER, DAY.plusDays(1), "AMBER", "a3", "b3"),
                        UPPER, new WrittenVerdict(UPPER, DAY, "GREEN", "a2", "b2")));
        assertThat(verdicts.lastWritten(OTHER_ORG)).isEmpty();
    }

    @Test
    void lastSavedIsTheNewestSuccessOfEachKey() {
        RunId run = runs.begin(ORG, DAY, false);
        Effect old = effect(run, "account-1", Effect.Outcome.OK, NOW);
        Effect refused = effect(run, "account-1", Effect.Outcome.REFUSED, NOW.plusSeconds(2));
        Effect newer = effect(run, "account-1", Effect.Outcome.OK, NOW.plusSeconds(1));
        Effect unknown = effect(run, "task-1", Effect.Outcome.UNKNOWN, NOW);
        List.of(old, newer, refused, unknown).forEach(effect -> effects.record(ORG, effect));

        assertThat(effects.lastSaved(ORG, ACME)).containsExactly(newer);
        assertThat(effects.ofRun(run)).containsExactly(old, newer, refused, unknown);
        assertThat(effects.ofAccount(ORG, ACME, 2)).containsExactly(unknown, refused);
        assertThat(effects.lastSaved(OTHER_ORG, ACME)).isEmpty();
    }

    @Test
    void settledTasksAreRememberedOnce() {
        effects.settled(ORG, DAY, Map.of(ACME, Set.of("k1", "k2")));
        effects.settled(ORG, DAY.plusDays(1), Map.of(ACME, Set.of("k1")));

        assertThat(effects.settledTasks(ORG)).isEqualTo(Map.of(ACME, Set.of("k1", "k2")));
        assertThat(effects.settledTasks(OTHER_ORG)).isEmpty();
    }

    /** A NUL in what Salesforce says must not stop the journal on any database. */
    @Trap("E5")
    @Test
    void keepsAMessageWithANulCharacter() {
        RunId run = runs.begin(ORG, DAY, false);
        effects.record(
                ORG, new Effect(run, ACME, Optional.empty(), "k", Effect.Outcome.REFUSED, "why", "a\0b", "{}", NOW));

        assertThat(effects.ofRun(run)).extracting(Effect::message).containsExactly("a b");
    }

    private void judge(LocalDate day, Verdict verdict) {
        verdicts.record(ORG, runs.begin(ORG, day, false), List.of(full("Acme", verdict)));
    }

    private List<String> names(Verdicts.Order order) {
        return verdicts.latest(ORG, order).stream().map(JudgedAccount::name).toList();
    }

    private static JudgedAccount.InFull full(String name, Verdict verdict) {
        return new JudgedAccount.InFull(new JudgedAccount(name, verdict, "reasons", "next"), "{\"a\":1}");
    }

    private static Verdict verdict(RecordId account, LocalDate day, @Nullable Integer health, String band) {
        BigDecimal exact = health == null ? null : new BigDecimal(health + ".123456");
        BigDecimal attention = health == null ? null : new BigDecimal((100 - health) * 1000 + ".500000");
        return new Verdict(
                account,
                day,
                exact,
                health,
                70,
                60,
                100 - (health == null ? 0 : health),
                40,
                30,
                20,
                97,
                band,
                "STALE",
                "STEADY",
                attention);
    }

    private static Effect effect(RunId run, String key, Effect.Outcome outcome, Instant at) {
        return new Effect(run, ACME, Optional.of(RecordId.of("00T000000000001")), key, outcome, "why", "", "{}", at);
    }
}
