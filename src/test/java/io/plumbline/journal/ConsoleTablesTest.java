package io.plumbline.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.crm.RecordId;
import io.plumbline.journal.AccountList.Filter;
import io.plumbline.journal.AccountList.Order;
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

/** What the console asks of the journal, on a real database. */
class ConsoleTablesTest {

    private static final RecordId ORG = RecordId.of("00D000000000001");
    private static final RecordId ACME = RecordId.of("001000000000001");
    private static final RecordId BROOK = RecordId.of("001000000000002");
    private static final RecordId CEDAR = RecordId.of("001000000000003");
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-30T08:00:00Z"), ZoneOffset.UTC);

    private final JournalDatabase database = JournalDatabase.empty();
    private final Runs runs = new Runs(database.client(), CLOCK);
    private final AccountList accounts = new AccountList(database.template());

    @Test
    void listIsNarrowedSortedAndTurned() {
        assertThat(runs.latestOrg()).isEmpty();
        judge(DAY, account(ACME, "Acme", "RED", 40, 9), account(BROOK, "brook", "GREEN", 90, 5));
        judge(DAY, account(CEDAR, "Cedar", "RED", null, null));
        owner(BROOK, "Sam");

        assertThat(runs.latestOrg()).contains(ORG);
        assertThat(names(Filter.NONE, Order.NAME)).containsExactly("Acme", "brook", "Cedar");
        assertThat(names(Filter.NONE, Order.HEALTH)).containsExactly("Acme", "brook", "Cedar");
        assertThat(names(Filter.NONE, Order.ATTENTION)).containsExactly("Acme", "brook", "Cedar");
        assertThat(names(new Filter("RED", "", "", ""), Order.ID)).containsExactly("Acme", "Cedar");
        assertThat(names(new Filter("", "STALE", "Sam", ""), Order.PLAN)).containsExactly("brook");
        assertThat(names(new Filter("", "", "", "ROO"), Order.BAND)).containsExactly("brook");
        assertThat(names(new Filter("", "", "", CEDAR.value()), Order.THOROUGHNESS))
                .containsExactly("Cedar");
        assertThat(names(new Filter("", "", "", "%' or 1=1 --"), Order.NAME)).isEmpty();
        assertThat(accounts.count(ORG, new Filter("RED", "", "", ""))).isEqualTo(2);
        assertThat(accounts.page(ORG, Filter.NONE, Order.NAME, 1, 1))
                .extracting(AccountList.Listed::name)
                .containsExactly("brook");
        assertThat(accounts.byBand(ORG)).isEqualTo(Map.of("RED", 2, "GREEN", 1));
        assertThat(accounts.byPlan(ORG)).isEqualTo(Map.of("STALE", 3));
        assertThat(accounts.owners(ORG)).containsExactly("Sam");
        assertThat(accounts.name(ORG, ACME)).contains("Acme");
        assertThat(accounts.name(ORG, ORG)).isEmpty();
    }

    @Test
    void accountKeepsItsBandUntilItGetsAnother() {
        judge(DAY.minusDays(9), account(ACME, "Acme", "RED", 40, 9), account(BROOK, "Brook", "RED", 40, 9));
        judge(DAY.minusDays(5), account(ACME, "Acme", "AMBER", 60, 9));
        judge(DAY, account(ACME, "Acme", "GREEN", 90, 9), account(BROOK, "Brook", "AMBER", 60, 9));
        BandHistory history = new BandHistory(database.template());

        List<BandHistory.Day> days = history.days(ORG, DAY.minusDays(5));

        assertThat(days).extracting(BandHistory.Day::day).containsExactly(DAY.minusDays(5), DAY);
        assertThat(days.getFirst().accounts()).containsEntry("RED", 1).containsEntry("AMBER", 1);
        assertThat(days.getLast().accounts())
                .containsEntry("RED", 0)
                .containsEntry("AMBER", 1)
                .containsEntry("GREEN", 1);
        assertThat(history.days(BROOK, DAY)).as("of another org").isEmpty();
    }

    @Test
    void pauseBelongsToWhoBeganItUntilItEnds() {
        SchedulePause pause = new SchedulePause(database.client(), CLOCK);
        assertThat(pause.isOn()).isFalse();

        pause.begin("mara");
        pause.begin("tom");

        assertThat(pause.now()).contains(new SchedulePause.Paused(CLOCK.instant(), "mara"));
        pause.end();
        assertThat(pause.now()).isEmpty();
    }

    @Test
    void outcomesOfARunComePageByPage() {
        RunId run = runs.begin(ORG, DAY, false);
        Effects effects = new Effects(database.template());
        for (int i = 0; i < 5; i++) {
            effects.record(
                    ORG,
                    new Effect(
                            run,
                            ACME,
                            Optional.empty(),
                            "key-" + i,
                            i == 3 ? Effect.Outcome.REFUSED : Effect.Outcome.OK,
                            "",
                            "",
                            "{}",
                            CLOCK.instant()));
        }

        assertThat(effects.ofRun(run, null, 1, 2)).extracting(Effect::changeKey).containsExactly("key-1", "key-2");
        assertThat(effects.ofRun(run, Effect.Outcome.REFUSED, 0, 9))
                .extracting(Effect::changeKey)
                .containsExactly("key-3");
        assertThat(effects.countOfRun(run, null)).isEqualTo(5);
        assertThat(effects.countOfRun(run, Effect.Outcome.OK)).isEqualTo(4);
        assertThat(runs.before(ORG, runs.begin(ORG, DAY, false), 9))
                .extracting(Run::id)
                .containsExactly(run);
    }

    private List<String> names(Filter filter, Order order) {
        return accounts.page(ORG, filter, order, 0, 10).stream()
                .map(AccountList.Listed::name)
                .toList();
    }

    private void owner(RecordId account, String owner) {
        new Standings(database.template(), database.transaction())
                .replace(
                        ORG,
                        List.of(new Standing(
                                account, "", owner, "GREEN", "STALE", 90, 5.0, "", "", false, Set.of(), List.of(),
                                List.of())),
                        Set.of());
    }

    private void judge(LocalDate day, Judged... judged) {
        new Verdicts(database.template(), database.transaction())
                .record(
                        ORG,
                        runs.begin(ORG, day, false),
                        List.of(judged).stream().map(each -> each.on(day)).toList());
    }

    private static Judged account(
            RecordId id, String name, String band, @Nullable Integer health, @Nullable Integer attention) {
        return new Judged(id, name, band, health, attention);
    }

    private record Judged(
            RecordId id,
            String name,
            String band,
            @Nullable Integer health,
            @Nullable Integer attention) {

        JudgedAccount.InFull on(LocalDate day) {
            Verdict verdict = new Verdict(
                    id,
                    day,
                    health == null ? null : BigDecimal.valueOf(health),
                    health,
                    1,
                    1,
                    1,
                    1,
                    1,
                    1,
                    97,
                    band,
                    "STALE",
                    "STEADY",
                    attention == null ? null : BigDecimal.valueOf(attention));
            return new JudgedAccount.InFull(new JudgedAccount(name, verdict, "", ""), "{}");
        }
    }
}
