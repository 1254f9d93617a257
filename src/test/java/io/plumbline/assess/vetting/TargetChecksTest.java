package io.plumbline.assess.vetting;

import static io.plumbline.assess.GivenAccount.ago;
import static io.plumbline.assess.GivenAccount.ahead;
import static io.plumbline.assess.GivenAccount.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.assess.CheckVerdict;
import io.plumbline.assess.Evidence;
import io.plumbline.assess.GivenAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a plan was agreed to and asks for the right amount (model section 4). The plan covers 2026, 365 days. */
class TargetChecksTest {

    @ParameterizedTest
    @CsvSource({
        "U2, 2026-06-30, PASS",
        "U2, 2026-07-01, FAIL",
        "U2, 2025-10-03, PASS",
        "U2, 2025-10-02, FAIL",
        "U1, 2026-06-30, FAIL",
        "'', 2026-06-30, FAIL",
        "U2, '', FAIL",
    })
    void approvedMeansBySomebodyElseFromNinetyDaysBeforeTheStartUntilToday(
            String approver, String date, CheckVerdict verdict) {
        assertThat(GivenAccount.withPlan("'approvedById': '" + approver + "', 'approvedDate': '" + date + "'")
                        .check("vet.approved"))
                .isEqualTo(verdict);
    }

    @Test
    void aPlanWithoutStartCannotBeApprovedInTime() {
        assertThat(GivenAccount.withPlan("'approvedById': 'U2', 'approvedDate': '2026-06-01', 'periodStart': null")
                        .check("vet.approved"))
                .isEqualTo(CheckVerdict.FAIL);
    }

    @Test
    void eachWayOfNotBeingApprovedIsSaidInItsOwnWords() {
        assertThat(new String[] {
                    approval(""),
                    approval("'approvedById': 'U1', 'approvedDate': '2026-06-01'"),
                    approval("'approvedById': 'U2'"),
                    approval("'approvedById': 'U2', 'approvedDate': '2026-08-01'")
                })
                .doesNotHaveDuplicates();
        assertThat(GivenAccount.withPlan("'approvedById': 'U2', 'approvedDate': '2026-08-01'")
                        .and("'users': [{'id': 'U2', 'name': 'Ida Berg'}]")
                        .finding("vet.approved")
                        .message())
                .contains("Ida Berg");
    }

    @ParameterizedTest
    @CsvSource({"1, PASS", "0, FAIL", "-1, FAIL", "null, FAIL"})
    void aTargetIsMoreThanNothing(String target, CheckVerdict verdict) {
        assertThat(GivenAccount.withPlan("'targetRevenue': " + target).check("vet.target"))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"99.9, FAIL", "100, PASS", "200, PASS", "200.1, FAIL", "0, UNKNOWN"})
    void ambitionIsGrowthFromNothingToDouble(double target, CheckVerdict verdict) {
        assertThat(sold("2025-06-30", "'targetRevenue': " + target).check("vet.ambition"))
                .isEqualTo(verdict);
    }

    @Test
    void tooLittleAndTooMuchAmbitionAreToldApart() {
        assertThat(sold("2025-06-30", "'targetRevenue': 50")
                        .finding("vet.ambition")
                        .message())
                .startsWith("The target asks for too little");
        assertThat(sold("2025-06-30", "'targetRevenue': 250")
                        .finding("vet.ambition")
                        .message())
                .startsWith("The target asks for more");
    }

    @ParameterizedTest
    @CsvSource({"2025-01-01, PASS", "2024-12-31, UNKNOWN", "2025-12-31, PASS", "2026-01-01, UNKNOWN"})
    void theBaselineIsWhatWasWonInAsManyDaysBeforeThePeriod(String won, CheckVerdict verdict) {
        assertThat(sold(won, "'targetRevenue': 150").check("vet.ambition")).isEqualTo(verdict);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'periodStart': null",
                "'periodEnd': null",
                "'periodStart': '2026-12-31', 'periodEnd': '2026-12-30'"
            })
    void withoutAPeriodAmbitionAndCoverageAreUnknown(String period) {
        GivenAccount account = sold("2025-06-30", "'targetRevenue': 150, " + period);

        assertThat(account.check("vet.ambition")).isEqualTo(CheckVerdict.UNKNOWN);
        assertThat(account.check("vet.coverage")).isEqualTo(CheckVerdict.UNKNOWN);
    }

    @Test
    void aPeriodOfOneDayHasABaselineOfOneDay() {
        String oneDay = "'targetRevenue': 100, 'periodStart': '2026-06-30', 'periodEnd': '2026-06-30'";

        assertThat(sold("2026-06-29", oneDay).check("vet.ambition")).isEqualTo(CheckVerdict.PASS);
        assertThat(sold("2026-06-28", oneDay).check("vet.ambition")).isEqualTo(CheckVerdict.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"null, 100, 73, 50", "null, 100, 365, 10", "50, null, 73, null", "50, 0, 73, null"})
    void whereRevenueIsAFactTheBaselineIsItsShareOfTheYearBefore(String last, String prior, int days, Double baseline) {
        GivenAccount account = GivenAccount.withPlan(
                        "'targetRevenue': 1000, 'periodStart': '2026-06-01', 'periodEnd': '"
                                + java.time.LocalDate.parse("2026-05-31").plusDays(days) + "'")
                .and("'account': {'id': 'A1', 'tier': 1, 'facts': {'revenue365': {'value': " + last
                        + "}, 'revenuePrior365': {'value': " + prior + "}}}");
        if (baseline == null) {
            assertThat(account.check("vet.ambition")).isEqualTo(CheckVerdict.UNKNOWN);
        } else {
            assertThat((Double) account.finding("vet.ambition").evidence().get("baseline"))
                    .isCloseTo(100 * days / 365.0, within(1e-9));
        }
    }

    @ParameterizedTest
    @CsvSource({"80, PASS", "79.9, FAIL"})
    void coverageAsksForFourFifthsOfTheTarget(double won, CheckVerdict verdict) {
        assertThat(GivenAccount.with("'plans': [" + plan("'targetRevenue': 100, 'periodEnd': '2026-06-30'")
                                + "], 'opportunities': [" + won("2026-03-01", won) + "]")
                        .check("vet.coverage"))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-01, 60", "2025-12-31, 0", "2026-06-30, 60", "2026-07-01, 0"})
    void wonIsWhatClosedFromTheStartUntilToday(String closed, double won) {
        assertThat(coverage("", won(closed, 60)).get("won")).isEqualTo(won);
    }

    @ParameterizedTest
    @CsvSource({"2026-06-20, 60", "2026-06-21, 0"})
    void wonIsWhatClosedUntilTheEndOfAPeriodThatIsOver(String closed, double won) {
        assertThat(coverage("'periodEnd': '2026-06-20'", won(closed, 60)).get("won"))
                .isEqualTo(won);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-31, 45", "2027-01-01, 0", "2026-06-29, 22.5"})
    void expectedIsWhatClosesUntilTheEndAndWhatIsOverdue(String closes, double expected) {
        // 50 by the odds, and 0.9 of it while nobody who decides is known; overdue counts half.
        assertThat((Double)
                        coverage("", "{'id': 'O1', 'amount': 100, 'probability': 50, 'closeDate': '" + closes + "'}")
                                .get("expected"))
                .isCloseTo(expected, within(1e-9));
    }

    @Test
    void anOpenDealWithoutCloseDateIsNotExpected() {
        assertThat(coverage("", "{'id': 'O1', 'amount': 100, 'probability': 50}")
                        .get("expected"))
                .isEqualTo(0.0);
    }

    @Test
    void unlinkedIsTheWorthOfOpenValuesWithoutOpportunityByTheirConfidence() {
        Evidence evidence = coverage(
                "'valueOpportunities': [{'state': 'open', 'supplierValue': 100, 'confidence': 0.5},"
                        + "{'state': 'open', 'supplierValue': 10, 'confidence': 2, 'dueDate': '2030-01-01'},"
                        + "{'state': 'open', 'supplierValue': 1000, 'confidence': -1},"
                        + "{'state': 'open', 'supplierValue': 1000},"
                        + "{'state': 'open', 'supplierValue': -1000, 'confidence': 1},"
                        + "{'state': 'open', 'supplierValue': 1000, 'confidence': 1, 'opportunityId': 'O9'},"
                        + "{'state': 'delivered', 'supplierValue': 1000, 'confidence': 1}]",
                "");

        assertThat(evidence.get("unlinked")).isEqualTo(60.0);
    }

    @Test
    void unlinkedAddsToWhatIsExpectedAndTheRunRateStandsInForBoth() {
        // Target 100: 45 expected and 40 unlinked reach four fifths together, without each other they do not.
        String value = "'valueOpportunities': [{'state': 'open', 'supplierValue': 40, 'confidence': 1}]";
        String deal = "{'id': 'O1', 'amount': 100, 'probability': 50, 'closeDate': '2026-08-01'}";
        assertThat(covered(value, deal)).isEqualTo(CheckVerdict.PASS);
        assertThat(covered("", deal)).isEqualTo(CheckVerdict.FAIL);
        assertThat(covered(value, "")).isEqualTo(CheckVerdict.FAIL);

        // 160 in the year before the plan began to count go on at that rate for the 184 days left: 80.66.
        assertThat(covered("", won("2025-12-31", 160))).isEqualTo(CheckVerdict.PASS);
        assertThat(covered("", won("2025-12-31", 150))).isEqualTo(CheckVerdict.FAIL);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-31, 184", "2026-06-30, 0", "2026-06-29, 0"})
    void theRunRateIsTheLastYearsForTheDaysLeft(String end, int daysLeft) {
        assertThat((Double) coverage("'periodEnd': '" + end + "'", won("2025-12-31", 73))
                        .get("runRate"))
                .isCloseTo(73 * daysLeft / 365.0, within(1e-9));
    }

    @Test
    void theRunRateOfAPlanYetToStartIsForNoMoreThanItsDays() {
        assertThat((Double) coverage(
                                "'periodStart': '" + ahead(100) + "', 'periodEnd': '" + ahead(172) + "'",
                                won(ago(9), 50))
                        .get("runRate"))
                .isCloseTo(50 * 73 / 365.0, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"2026-06-30, 1", "2026-07-01, 0", "2026-06-01, 30", "2025-01-01, 365"})
    void whereRevenueIsAFactWonIsItsShareOfTheDaysElapsed(String start, int elapsed) {
        // A period of exactly 365 days, of which at most all have elapsed.
        String end = java.time.LocalDate.parse(start).plusDays(364).toString();
        GivenAccount account = GivenAccount.withPlan(
                        "'targetRevenue': 1000, 'periodStart': '" + start + "', 'periodEnd': '" + end + "'")
                .and("'account': {'id': 'A1', 'tier': 1, 'facts': {'revenue365': {'value': 73}}}");

        assertThat((Double) account.finding("vet.coverage").evidence().get("won"))
                .isCloseTo(73 * elapsed / 365.0, within(1e-9));
    }

    @Test
    void coverageIsUnknownWhereOnlyTheYearBeforesRevenueIsKnown() {
        assertThat(GivenAccount.withPlan("'targetRevenue': 100")
                        .and("'account': {'id': 'A1', 'facts': {'revenuePrior365': {'value': 73}}}")
                        .check("vet.coverage"))
                .isEqualTo(CheckVerdict.UNKNOWN);
        assertThat(GivenAccount.withPlan("").check("vet.coverage")).isEqualTo(CheckVerdict.UNKNOWN);
    }

    private static CheckVerdict covered(String plan, String opportunities) {
        return GivenAccount.with("'plans': [" + plan("'targetRevenue': 100" + (plan.isEmpty() ? "" : ", " + plan))
                        + "], 'opportunities': [" + opportunities + "]")
                .check("vet.coverage");
    }

    private static Evidence coverage(String plan, String opportunities) {
        return GivenAccount.with("'plans': [" + plan("'targetRevenue': 100000" + (plan.isEmpty() ? "" : ", " + plan))
                        + "], 'opportunities': [" + opportunities + "]")
                .finding("vet.coverage")
                .evidence();
    }

    private static String approval(String plan) {
        return GivenAccount.withPlan(plan).finding("vet.approved").message();
    }

    private static GivenAccount sold(String day, String plan) {
        return GivenAccount.with("'plans': [" + plan(plan) + "], 'opportunities': [" + won(day, 100) + "]");
    }

    private static String won(String day, double amount) {
        return "{'id': 'W', 'isClosed': true, 'isWon': true, 'amount': " + amount + ", 'closeDate': '" + day + "'}";
    }
}
