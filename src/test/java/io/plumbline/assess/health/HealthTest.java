package io.plumbline.assess.health;

import static io.plumbline.assess.GivenAccount.ago;
import static io.plumbline.assess.GivenAccount.ahead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.assess.Assessment;
import io.plumbline.assess.GivenAccount;
import io.plumbline.assess.Reason;
import io.plumbline.assess.Trend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the measures: facts, caps, confidence, trend, reasons and attention (model section 5). */
class HealthTest {

    /** One satisfied and one dissatisfied measure, all else unknown: csat 100 and nps 50 make 75. */
    private static final String SATISFACTION =
            "'account': {'id': 'A1', 'tier': 1, 'facts': {'csat': {'value': 95, 'date': '2026-06-01'},"
                    + " 'nps': {'value': 0, 'date': '2026-06-01'}}}, 'activityCapture': false";

    @ParameterizedTest
    @CsvSource(
            nullValues = "unknown",
            value = {"0, 95, 100", "365, 95, 100", "366, 95, unknown", "-1, 95, unknown", "0, 'true', unknown"})
    void aFactWithALimitOfAgeIsKnownThatLong(int daysAgo, String value, Double score) {
        assertThat(facts("'csat': {'value': " + value + ", 'date': '" + ago(daysAgo) + "'}")
                        .measure("satisfaction.csat"))
                .isEqualTo(score);
        assertThat(facts("'csat': {'value': 95}").measure("satisfaction.csat")).isNull();
        assertThat(facts("'shareOfWallet': {'value': 0.5, 'date': '" + ahead(9) + "'}")
                        .measure("momentum.wallet"))
                .isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "45, true", "46, false", "-1, false"})
    void revenueIsAFactWhileItsDateIsNoOlderThanFortyFiveDays(int daysAgo, boolean isFact) {
        Assessment assessment = facts("'revenue365': {'value': 70, 'date': '" + ago(daysAgo) + "'}")
                .and("'opportunities': [{'isClosed': true, 'isWon': true, 'amount': 5, 'closeDate': '" + ago(9) + "'}]")
                .assess();

        assertThat(assessment.money().valueAtStake()).isEqualTo(isFact ? 70 : 5);
    }

    @ParameterizedTest
    @CsvSource({"70, null, 70", "null, 60, 60", "70, 90, 90", "-70, 3, 3"})
    void valueAtStakeTakesTheBetterOfTwoYears(String last, String prior, double value) {
        assertThat(facts("'revenue365': {'value': " + last + "}, 'revenuePrior365': {'value': " + prior + "}")
                        .assess()
                        .money()
                        .valueAtStake())
                .isEqualTo(value);
    }

    @Test
    void attentionIsTheValueAtStakeByWhatIsMissingToHealth() {
        Assessment assessment = GivenAccount.with(
                        SATISFACTION.replace("'facts': {", "'facts': {'revenue365': {'value': 60},"))
                .and("'opportunities': [{'amount': 100, 'probability': 50, 'closeDate': '" + ahead(9) + "'}]")
                .assess();

        assertThat(assessment.money().expectedPipeline()).isEqualTo(45);
        assertThat(assessment.money().valueAtStake()).isEqualTo(105);
        assertThat(assessment.money().attention())
                .isCloseTo(105 * (100 - assessment.health().score()) / 100, within(1e-9));
    }

    @Test
    void attentionIsUnknownWhereHealthIs() {
        assertThat(GivenAccount.with("'activityCapture': false")
                        .assess()
                        .money()
                        .attention())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, 100",
        "2, 0, 0, 85",
        "3, 0, 0, 85",
        "4, 0, 0, 70",
        "0, 29, 0, 100",
        "0, 30, 0, 85",
        "0, 59, 0, 85",
        "0, 60, 0, 70",
        "0, 119, 0, 70",
        "0, 120, 0, 50",
        "0, 0, 1, 50",
        "4, 120, 1, 17.5",
    })
    void expectedValueFallsWithEachSignThatACommitmentIsWeak(int pushes, int idle, int overdue, double expected) {
        Assessment assessment = GivenAccount.with("'contacts': [{'id': 'C1', 'buyingRole': ' economic buyer'}],"
                        + " 'opportunities': [{'amount': 100, 'probability': 100, 'pushCount': " + pushes
                        + ", 'lastActivityDate': '" + ago(idle) + "', 'createdDate': '2020-01-01', 'closeDate': '"
                        + ago(overdue) + "', 'contactIds': ['C9', 'C1']}]")
                .assess();

        assertThat(assessment.money().expectedPipeline()).isCloseTo(expected, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"Champion, true, 90", "Decision Maker, false, 90", "Decision Maker, true, 100"})
    void onlyAnActiveContactWhoDecidesMakesADealDecided(String role, boolean active, double expected) {
        Assessment assessment = GivenAccount.with("'contacts': [{'id': 'C1', 'buyingRole': '" + role
                        + "', 'active': " + active + "}], 'opportunities': [{'amount': 100, 'probability': 100,"
                        + " 'contactIds': ['C1']}]")
                .assess();

        assertThat(assessment.money().expectedPipeline()).isCloseTo(expected, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"-5, 0", "0, 0", "50, 45", "100, 90", "150, 90", "null, 0"})
    void probabilityIsFromNoneToCertain(String probability, double expected) {
        assertThat(GivenAccount.with("'opportunities': [{'amount': 100, 'probability': " + probability + "}]")
                        .assess()
                        .money()
                        .expectedPipeline())
                .isCloseTo(expected, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"30, null, 76.5", "29, null, 90", "-1, null, 90", "400, 3, 90", "null, null, 90"})
    void idleIsCountedFromTheCreationWhereNothingHappenedYet(String created, String active, double expected) {
        assertThat(GivenAccount.with("'opportunities': [{'amount': 100, 'probability': 100"
                                + date("createdDate", created) + date("lastActivityDate", active) + "}]")
                        .assess()
                        .money()
                        .expectedPipeline())
                .isCloseTo(expected, within(1e-9));
    }

    @Test
    void capsThatApplyAreListedTheLowestFirstWhateverTheirOrderInThePolicy() {
        GivenAccount account = GivenAccount.with(SATISFACTION)
                .and("'activityCapture': true, 'contacts': [{'id': 'C1', 'title': 'CEO'}],"
                        + " 'cases': [{'id': 'S1', 'escalated': true, 'createdDate': '" + ago(20) + "'}]");
        GivenAccount turned = account.where("cap.silence:       {max: 40", "cap.silence:       {max: 68")
                .where("cap.escalation:    {max: 65", "cap.escalation:    {max: 10");

        assertThat(account.assess().health().caps())
                .containsExactly("cap.silence", "cap.escalation", "cap.no_executive");
        assertThat(turned.assess().health().caps())
                .containsExactly("cap.escalation", "cap.silence", "cap.no_executive");
        assertThat(turned.assess().health().score()).isEqualTo(10);
        assertThat(turned.assess().reasons().getFirst().measure()).isEqualTo("cap.escalation");
    }

    @Test
    void ofCapsThatAreEquallyLowTheOneThatStandsFirstInThePolicyIsTheReason() {
        GivenAccount account = GivenAccount.with(SATISFACTION)
                .and("'activityCapture': true, 'cases': [{'id': 'S1', 'escalated': true, 'createdDate': '" + ago(20)
                        + "'}]")
                .where("cap.silence:       {max: 40", "cap.silence:       {max: 10")
                .where("cap.escalation:    {max: 65", "cap.escalation:    {max: 10");

        assertThat(account.assess().health().caps()).containsExactly("cap.silence", "cap.escalation");
        assertThat(account.assess().reasons().getFirst().measure()).isEqualTo("cap.silence");
    }

    @Test
    void aCapThatDoesNotLowerHealthIsNoReason() {
        GivenAccount account = GivenAccount.with(SATISFACTION)
                .and("'cases': [{'id': 'S1', 'escalated': true, 'createdDate': '" + ago(20) + "'}]")
                .where("cap.escalation:    {max: 65", "cap.escalation:    {max: 100");

        assertThat(account.assess().health().caps()).containsExactly("cap.escalation");
        assertThat(account.assess().reasons()).extracting(Reason::measure).doesNotContain("cap.escalation");
    }

    @Test
    void capsLimitHealthAndRetentionButNotGrowth() {
        Assessment assessment = GivenAccount.with("'cases': [{'id': 'S1', 'escalated': true, 'createdDate': '" + ago(20)
                        + "'}], 'account': {'id': 'A1', 'tier': 1, 'facts': {'shareOfWallet': {'value': 0.5},"
                        + " 'csat': {'value': 95, 'date': '2026-06-01'}, 'nps': {'value': 70, 'date': '2026-06-01'}}},"
                        + " 'activityCapture': false")
                .where("cap.escalation:    {max: 65", "cap.escalation:    {max: 20")
                .assess();

        assertThat(assessment.health().uncapped()).isGreaterThan(50);
        assertThat(assessment.health().score()).isEqualTo(20);
        assertThat(assessment.health().retention()).isEqualTo(20);
        assertThat(assessment.health().growth()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"179, false", "180, true", "-1, true"})
    void tierOneIsToMeetAnExecutiveWithinHalfAYear(int daysAgo, boolean caps) {
        String talks =
                "'contacts': [{'id': 'E1', 'title': 'CEO'}], 'interactions': [{'kind': 'call', 'contactIds': ['E1'],"
                        + " 'date': '" + ago(daysAgo) + "'}, {'kind': 'call', 'date': '" + ago(1) + "'}]";

        assertThat(GivenAccount.with(talks).isCappedBy("cap.no_executive")).isEqualTo(caps);
        assertThat(GivenAccount.with(talks)
                        .and("'account': {'id': 'A1', 'tier': 2}")
                        .isCappedBy("cap.no_executive"))
                .isFalse();
        assertThat(GivenAccount.with(talks).and("'activityCapture': false").isCappedBy("cap.no_executive"))
                .isFalse();
    }

    @Test
    void aRevenueThatWasNeverThereCannotBeLost() {
        assertThat(facts("'revenue365': {'value': 0}, 'revenuePrior365': {'value': 0}")
                        .isCappedBy("cap.revenue_loss"))
                .isFalse();
        assertThat(facts("'revenue365': {'value': 0}, 'revenuePrior365': {'value': 1}")
                        .isCappedBy("cap.revenue_loss"))
                .isTrue();
        assertThat(facts("'revenuePrior365': {'value': 1}").isCappedBy("cap.revenue_loss"))
                .isFalse();
    }

    @Test
    void aChampionIsReplacedOnlyByAnActiveContactInTheSameRole() {
        String left = "{'id': 'C1', 'buyingRole': 'Champion', 'active': false, 'inactiveSince': '" + ago(10) + "'}";
        String talk = "'interactions': [{'kind': 'call', 'date': '" + ago(1) + "', 'contactIds': ['C2']}]";
        assertThat(leaves(left + ", {'id': 'C2', 'buyingRole': 'Champion'}", talk))
                .isFalse();
        assertThat(leaves(left + ", {'id': 'C2', 'buyingRole': 'Coach'}", talk)).isTrue();
        assertThat(leaves(left + ", {'id': 'C2', 'buyingRole': 'Champion', 'active': false}", talk))
                .isTrue();
        assertThat(leaves(left + ", {'buyingRole': 'Champion'}", talk)).isTrue();
        assertThat(leaves(left.replace("Champion", "Influencer"), talk)).isFalse();
        assertThat(leaves(left.replace("Champion", "Decision Maker"), talk)).isTrue();
        assertThat(leaves(left.replace(", 'active': false", ""), talk)).isFalse();
        assertThat(leaves("{'id': 'C1', 'buyingRole': 'Champion', 'active': false}", talk))
                .isFalse();
    }

    @Test
    void confidenceIsTheShareOfTheWeightThatIsKnown() {
        // Satisfaction weighs 15 of 100, and 4 of the 8 of its measures are known.
        assertThat(GivenAccount.with(SATISFACTION).assess().health().confidence())
                .isEqualTo(7.5);
    }

    @Test
    void aDimensionWithoutMeasuresForTheTierIsLeftOutOfConfidence() {
        // For tier 3 nothing is asked of executives: 15 of 80.
        assertThat(GivenAccount.with(SATISFACTION.replace("'tier': 1", "'tier': 3"))
                        .assess()
                        .health()
                        .confidence())
                .isCloseTo(15 * 0.5 / 0.8, within(1e-9));
        assertThat(GivenAccount.with(SATISFACTION.replace("'tier': 1", "'tier': 3"))
                        .assess()
                        .health()
                        .measures())
                .doesNotContainKey("executive.engaged");
    }

    @ParameterizedTest
    @CsvSource({
        "90, 70, IMPROVING",
        "90, 70.1, STEADY",
        "90, 80, DECLINING",
        "90, 79.9, STEADY",
        "89, 10, NEW",
        "150, 70, IMPROVING",
        "151, 10, NEW",
    })
    void theTrendComparesWithHealthOfThreeToFiveMonthsAgo(int daysAgo, double health, Trend trend) {
        assertThat(GivenAccount.with(SATISFACTION + ", 'history': [{'date': '" + ago(daysAgo) + "', 'health': " + health
                                + "}]")
                        .assess()
                        .health()
                        .trend())
                .isEqualTo(trend);
    }

    @Test
    void theTrendTakesTheLatestDateAndOfOneDateTheLastListed() {
        String latest = "{'date': '" + ago(100) + "', 'health': 10}, {'date': '" + ago(100) + "', 'health': 90},"
                + " {'date': '" + ago(100) + "', 'health': null}";
        String older = "{'date': '" + ago(101) + "', 'health': 75}";
        assertThat(trend(latest + ", " + older)).isEqualTo(Trend.DECLINING);
        assertThat(trend(older + ", " + latest)).isEqualTo(Trend.DECLINING);
        assertThat(GivenAccount.with("'activityCapture': false, 'history': [" + older + "]")
                        .assess()
                        .health()
                        .trend())
                .isEqualTo(Trend.NEW);
    }

    @Test
    void reasonsAreTheThreeMeasuresThatCostMost() {
        // Of tier 1 known: csat 40 (weight 2), nps 50 (2), wallet 0; satisfaction 15 against momentum 20.
        Assessment assessment = facts(
                        "'csat': {'value': 60, 'date': '2026-06-01'}, 'nps': {'value': 0, 'date': '2026-06-01'},"
                                + " 'shareOfWallet': {'value': 0}")
                .and(
                        "'activityCapture': false, 'contacts': [{'buyingRole': 'a'}, {'buyingRole': 'b'}, {'buyingRole': 'c'}]")
                .assess();

        // Breadth 20, momentum 20, satisfaction 15 of 55.
        assertThat(assessment.reasons())
                .extracting(Reason::measure)
                .containsExactly("breadth.buying_roles", "momentum.wallet", "satisfaction.csat");
        assertThat(assessment.reasons().get(2).points()).isCloseTo(100 * 15 / 55.0 / 2 * 0.6, within(1e-9));
    }

    @Test
    void whatCostsNothingIsNoReason() {
        assertThat(GivenAccount.with(SATISFACTION).assess().reasons())
                .extracting(Reason::measure)
                .containsExactly("satisfaction.nps");
    }

    @ParameterizedTest
    @CsvSource({"-0.1, warning", "-50, warning", "-50.1, critical"})
    void aMeasureUnderFiftyIsAWarningAndUnderTwentyFiveCritical(double nps, String severity) {
        assertThat(facts("'nps': {'value': " + nps + ", 'date': '2026-06-01'}")
                        .finding("satisfaction.nps")
                        .severity()
                        .key())
                .isEqualTo(severity);
    }

    @Test
    void aMeasureOfFiftyIsNoFinding() {
        assertThat(facts("'nps': {'value': 0, 'date': '2026-06-01'}").assess().findings())
                .noneMatch(finding -> finding.id().equals("satisfaction.nps"));
        assertThat(facts("'nps': {'value': -1, 'date': '2026-06-01'}").assess().findings())
                .anyMatch(finding -> finding.id().equals("satisfaction.nps"));
    }

    private static Trend trend(String history) {
        return GivenAccount.with(SATISFACTION + ", 'history': [" + history + "]")
                .assess()
                .health()
                .trend();
    }

    private static boolean leaves(String contacts, String more) {
        return GivenAccount.with("'contacts': [" + contacts + "], " + more).isCappedBy("cap.champion_left");
    }

    private static GivenAccount facts(String facts) {
        return GivenAccount.with("'account': {'id': 'A1', 'tier': 1, 'facts': {" + facts + "}}");
    }

    private static String date(String name, String daysAgo) {
        return daysAgo.equals("null") ? "" : ", '" + name + "': '" + ago(Integer.parseInt(daysAgo)) + "'";
    }
}
