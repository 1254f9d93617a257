package io.plumbline.ops.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.crm.RecordId;
import io.plumbline.flow.Backlog;
import io.plumbline.flow.progress.Phase;
import io.plumbline.flow.progress.Underway;
import io.plumbline.journal.AccountList.Order;
import io.plumbline.journal.Run;
import io.plumbline.journal.RunCounters;
import io.plumbline.journal.RunId;
import io.plumbline.ops.console.OverviewView.Facts;
import io.plumbline.ops.console.PortfolioQuery.Asked;
import io.plumbline.ops.console.ProgressView.PreviewState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What pages say, without a page. */
class ViewsTest {

    private static final RecordId ORG = RecordId.of("00D000000000001");
    private static final RecordId ACME = RecordId.of("001000000000001");
    private static final Instant NOW = Instant.parse("2026-06-30T08:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0, just now",
        "59, just now",
        "60, 1 minute ago",
        "5399, 89 minutes ago",
        "5400, 1 hour ago",
        "172799, 47 hours ago",
        "172800, 2 days ago"
    })
    void timeIsToldInOneUnit(long seconds, String words) {
        assertThat(Figures.ago(NOW.minusSeconds(seconds), NOW)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "1,0,none,1",
        "1,50,1 to 50 of 50,1",
        "2,51,51 to 51 of 51,2",
        "99,51,51 to 51 of 51,2",
        "-3,51,1 to 50 of 51,1"
    })
    void pageIsOneThatThereIs(int asked, int all, String words, int page) {
        Paging paging = Paging.of(asked, 50, all);

        assertThat(paging.words()).isEqualTo(words);
        assertThat(paging.page()).isEqualTo(page);
        assertThat(paging.hasNext()).isEqualTo(page * 50 < all);
    }

    @Test
    void addressOfAListSaysWhatItShowsAndNothingElse() {
        PortfolioQuery query =
                PortfolioQuery.of(new Asked("red", "nonsense", "M\u00fcller & Sons", " a=b ", "health", 3), true);

        assertThat(query.turnedTo(4))
                .isEqualTo("/accounts?band=RED&owner=M%C3%BCller%20%26%20Sons&search=a%3Db&sort=health&page=4");
        assertThat(query.sortedBy(Order.ATTENTION)).doesNotContain("sort", "page");
        assertThat(PortfolioQuery.of(new Asked(null, null, null, null, null, null), true)
                        .turnedTo(1))
                .isEqualTo("/accounts");
    }

    @Test
    void whoSeesNoNamesNeitherSortsNorSearchesByThem() {
        PortfolioQuery query = PortfolioQuery.of(new Asked(null, null, "Sam", "acm", "name", 1), false);

        assertThat(query.order()).isEqualTo(Order.ID);
        assertThat(query.owner()).isEmpty();
        assertThat(query.filter(false).search()).isEmpty();
        assertThat(query.filter(true).search()).isEqualTo("acm");
    }

    @Test
    void runSaysWhatItWrote() {
        assertThat(RunLine.wrote(run(Run.State.COMPLETE, false, counters(0, 0, 0))))
                .isEqualTo("nothing");
        assertThat(RunLine.wrote(run(Run.State.COMPLETE, true, counters(0, 0, 0))))
                .isEqualTo("nothing, as asked");
        assertThat(RunLine.wrote(run(Run.State.PARTIAL, false, counters(1_200, 1, 2))))
                .isEqualTo("1,200 fields, 1 new task, 2 refused");
    }

    @Test
    void overviewKeepsNamesAndSentencesFromThoseWhoMaySeeNone() {
        OverviewView with = OverviewView.of(facts(true));
        OverviewView without = OverviewView.of(facts(false));

        assertThat(with.notes()).contains("Acme");
        assertThat(with.waiting().getFirst().account()).isEqualTo("Acme");
        assertThat(with.waiting().getFirst().why()).isEqualTo("INACTIVE_OWNER: Sam is inactive.");
        assertThat(without.notes()).isEmpty();
        assertThat(without.waiting().getFirst().account()).isEqualTo(ACME.value());
        assertThat(without.waiting().getFirst().why()).isEqualTo("INACTIVE_OWNER");
        assertThat(without.figures())
                .extracting(figure -> figure.number() + " " + figure.note())
                .contains("40 of 2,000 that connector.yaml allows", "1 Salesforce keeps refusing it");
    }

    @Test
    void progressSaysWhatIsKnownAndNoMore() {
        assertThat(progress(Phase.CHECKING, 0, OptionalLong.empty()).percent()).isEqualTo(-1);
        assertThat(progress(Phase.READING, 30, OptionalLong.empty()).counts()).isEqualTo("30 records, account plans");
        ProgressView half = progress(Phase.JUDGING, 50, OptionalLong.of(100));
        assertThat(half.counts()).isEqualTo("50 of 100 accounts, account plans");
        assertThat(half.percent()).isEqualTo(50);
        assertThat(half.left()).isEqualTo("about 2 minutes left");
        assertThat(progress(Phase.WRITING, 120, OptionalLong.of(100)).percent()).isEqualTo(100);
    }

    @Test
    void nothingIsGoingOnUntilSomebodyAskedForSomething() {
        assertThat(ProgressView.of(Optional.empty(), false, PreviewState.READY, NOW)
                        .going())
                .isFalse();
        assertThat(ProgressView.of(Optional.empty(), true, PreviewState.NONE, NOW)
                        .going())
                .isTrue();
        assertThat(ProgressView.of(Optional.empty(), false, PreviewState.MAKING, NOW)
                        .going())
                .isTrue();
    }

    private static ProgressView progress(Phase phase, long done, OptionalLong expected) {
        Instant since = NOW.minus(Duration.ofMinutes(2));
        return ProgressView.of(
                Optional.of(new Underway(ORG, phase, "accountPlans", done, expected, since, since)),
                true,
                PreviewState.NONE,
                NOW);
    }

    private static Facts facts(boolean seesNames) {
        return new Facts(
                List.of(run(Run.State.PARTIAL, false, counters(1, 0, 0))),
                Map.of("RED", 1),
                Map.of("STALE", 1),
                40,
                0.2,
                OptionalLong.of(10_000),
                0,
                List.of(new Backlog.Refused(ACME, "task-1", "INACTIVE_OWNER", "Sam is inactive.", NOW, 1, NOW)),
                seesNames ? Map.of(ACME.value(), "Acme") : Map.of(),
                seesNames,
                NOW);
    }

    private static RunCounters counters(int fields, int created, int refused) {
        return new RunCounters(1, 4, 1, fields, created, 0, 0, refused, 0, refused, 0, 0, 40);
    }

    private static Run run(Run.State state, boolean dryRun, RunCounters counters) {
        return new Run(
                new RunId(1),
                ORG,
                LocalDate.of(2026, 6, 30),
                dryRun,
                state,
                NOW.minusSeconds(90),
                Optional.of(NOW),
                counters,
                "Salesforce refused Acme.");
    }
}
