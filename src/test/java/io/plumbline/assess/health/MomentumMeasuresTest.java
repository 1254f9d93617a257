package io.plumbline.assess.health;

import static io.plumbline.assess.GivenAccount.ago;
import static io.plumbline.assess.GivenAccount.ahead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.assess.GivenAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether business with an account of tier 1 grows (model section 5, momentum). */
class MomentumMeasuresTest {

    private static final String NOTHING_BEFORE = "'facts': {'revenuePrior365': {'value': 0}}";

    @ParameterizedTest
    @CsvSource({"-1, 100", "0, 100", "365, 100", "366, 0"})
    void thePipelineIsWhatClosesWithinAYearAndWhatIsOverdue(int closesIn, double score) {
        // Decided by somebody, so that 80 is expected (40 when overdue): half and more of last year's 80 is the best
        // score.
        GivenAccount account = GivenAccount.with("'contacts': [{'id': 'C1', 'buyingRole': 'Decision Maker'}],"
                + "'opportunities': [" + won(400, "80")
                + ", {'id': 'O1', 'amount': 80, 'probability': 100, 'closeDate': '"
                + ahead(closesIn) + "', 'contactIds': ['C1']}]");

        assertThat(account.measure("momentum.pipeline")).isEqualTo(score);
    }

    @Test
    void aPipelineWithoutACloseDateIsNone() {
        assertThat(GivenAccount.with("'opportunities': [" + won(400, "80")
                                + ", {'id': 'O1', 'amount': 80, 'probability': 100}]")
                        .measure("momentum.pipeline"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "unknown",
            value = {"1, 100", "0, unknown"})
    void anyPipelineIsFullWhereNothingWasSoldBefore(double amount, Double score) {
        GivenAccount account = GivenAccount.with("'opportunities': [{'id': 'O1', 'amount': " + amount
                + ", 'probability': 100, 'closeDate': '" + ahead(1) + "'}]");

        assertThat(account.measure("momentum.pipeline")).isEqualTo(score);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "unknown",
            value = {"1, 100", "0, unknown"})
    void anyRevenueIsFullGrowthWhereThereWasNone(double revenue, Double score) {
        assertThat(GivenAccount.with("'account': {'id': 'A1', 'tier': 1, 'facts': {'revenue365': {'value': " + revenue
                                + "}, 'revenuePrior365': {'value': 0}}}")
                        .measure("momentum.growth"))
                .isEqualTo(score);
    }

    @Test
    void growthAndPipelineAreUnknownWhereOnlyOneYearsRevenueIs() {
        GivenAccount lastOnly =
                GivenAccount.with("'account': {'id': 'A1', 'tier': 1, 'facts': {'revenue365': {'value': 10}}},"
                        + "'opportunities': [" + won(400, "80") + "]");
        assertThat(lastOnly.measure("momentum.growth")).isNull();
        assertThat(lastOnly.measure("momentum.pipeline")).isNull();

        GivenAccount priorOnly = GivenAccount.with("'account': {'id': 'A1', 'tier': 1, " + NOTHING_BEFORE + "},"
                + "'opportunities': [" + won(4, "80") + "]");
        assertThat(priorOnly.measure("momentum.growth")).isNull();
        assertThat(priorOnly.measure("momentum.pipeline")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"75, 60, 55", "74.9, 60, 0", "75, 61, 0", "75, 0, 55", "75, -1, 0"})
    void aLikelyRenewalInTheNextSixtyDaysStandsForTheOneOfAYearAgo(double probability, int closesIn, double score) {
        // 133.33 at 75 % are the 100 of the year before.
        GivenAccount account = GivenAccount.with("'contacts': [{'id': 'C1', 'buyingRole': 'Decision Maker'}],"
                + "'opportunities': [" + won(400, "100") + ", {'id': 'O1', 'type': 'Renewal', 'amount': "
                + 100 / 0.75 + ", 'probability': " + probability + ", 'closeDate': '" + ahead(closesIn)
                + "', 'contactIds': ['C1']}]");

        assertThat(account.measure("momentum.growth")).isCloseTo(score, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"304, 100", "305, 40"})
    void whatTheRenewalRepeatsIsNotCountedTwice(int wonDaysAgo, double score) {
        // Up to 305 days ago the 90 won and the renewal of 80 count together, later the larger of them alone.
        GivenAccount account = GivenAccount.with("'contacts': [{'id': 'C1', 'buyingRole': 'Decision Maker'}],"
                + "'opportunities': [" + won(400, "100") + ", " + won(wonDaysAgo, "90")
                + ", {'id': 'O1', 'type': 'Renewal', 'amount': 80, 'probability': 100, 'closeDate': '" + ahead(30)
                + "', 'contactIds': ['C1']}]");

        assertThat(account.measure("momentum.growth")).isCloseTo(score, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "unknown",
            value = {"2, unknown", "3, 100"})
    void theWinRateAsksForThreeClosedDeals(int closed, Double score) {
        StringBuilder deals = new StringBuilder();
        for (int i = 0; i < closed; i++) {
            deals.append(i == 0 ? "" : ", ").append(won(i, "10"));
        }

        assertThat(GivenAccount.with("'opportunities': [" + deals + "]").measure("momentum.win_rate"))
                .isEqualTo(score);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "unknown",
            value = {"0, 60, 100", "0, 30, 60", "364, 30, 60", "365, 30, unknown", "-1, 30, unknown"})
    void theWinRateIsTheWonAmountOfAllThatClosedWithinAYear(int daysAgo, double won, Double score) {
        // The curve gives 100 from a share of 0.6 and 60 at 0.3.
        GivenAccount account = GivenAccount.with("'opportunities': [" + won(daysAgo, Double.toString(won)) + ", "
                + lost(1, 90 - won) + ", " + lost(2, 10) + "]");

        if (score == null) {
            assertThat(account.measure("momentum.win_rate")).isNull();
        } else {
            assertThat(account.measure("momentum.win_rate")).isCloseTo(score, within(1e-9));
        }
    }

    @Test
    void theWinRateOfDealsWithoutAmountIsUnknown() {
        assertThat(GivenAccount.with("'opportunities': [" + won(1, "0") + ", " + lost(1, 0) + ", " + lost(2, -5) + "]")
                        .measure("momentum.win_rate"))
                .isNull();
    }

    @Test
    void slippageOfDealsWithoutAmountIsUnknown() {
        assertThat(GivenAccount.with("'opportunities': [{'id': 'O1', 'amount': 0, 'closeDate': '" + ahead(9) + "'}]")
                        .measure("momentum.slippage"))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"0, 100", "1, 60"})
    void aDealSlipsFromTheDayAfterItsCloseDate(int daysAgo, double score) {
        GivenAccount account = GivenAccount.with("'opportunities': [{'id': 'O1', 'amount': 30, 'closeDate': '"
                + ago(daysAgo) + "'}, {'id': 'O2', 'amount': 70, 'closeDate': '" + ahead(9) + "'}]");

        assertThat(account.measure("momentum.slippage")).isEqualTo(score);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "unknown",
            value = {
                "364, 365, 100",
                "0, 729, 100",
                "0, 730, unknown",
                "365, 365, unknown",
                "364, 364, unknown",
                "-1, 365, unknown"
            })
    void marginIsComparedBetweenTheLastTwoYears(int lately, int before, Double score) {
        GivenAccount account = GivenAccount.with("'opportunities': [" + won(lately, "10, 'marginPct': 0.32") + ", "
                + won(before, "10, 'marginPct': 0.3") + "]");

        assertThat(account.measure("momentum.margin")).isEqualTo(score);
    }

    @Test
    void marginIsWeightedByAmountWhereItIsKnown() {
        GivenAccount account = GivenAccount.with("'opportunities': [" + won(1, "30, 'marginPct': 0.4") + ", "
                + won(2, "10, 'marginPct': 0") + ", " + won(3, "500") + ", " + won(400, "10, 'marginPct': 0.3") + "]");

        assertThat(account.measure("momentum.margin")).isEqualTo(70);
        assertThat(GivenAccount.with("'opportunities': [" + won(1, "0, 'marginPct': 0.4") + ", "
                                + won(400, "10, 'marginPct': 0.3") + "]")
                        .measure("momentum.margin"))
                .isNull();
    }

    private static String won(int daysAgo, String amount) {
        return "{'id': 'W" + daysAgo + "', 'isClosed': true, 'isWon': true, 'amount': " + amount + ", 'closeDate': '"
                + ago(daysAgo) + "'}";
    }

    private static String lost(int daysAgo, double amount) {
        return "{'id': 'L" + daysAgo + "', 'isClosed': true, 'amount': " + amount + ", 'closeDate': '" + ago(daysAgo)
                + "'}";
    }
}
