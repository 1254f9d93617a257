package io.plumbline.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.policy.AssessmentPolicy;
import io.plumbline.config.yaml.YamlFile;
import io.plumbline.dossier.json.DossierJson;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The most important rules with both sides of their boundaries, under the shipped policy, on 2026-06-30, for tier 1. */
class AssessmentModelTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-06-30");
    private static final AssessmentPolicy POLICY =
            AssessmentPolicy.load(YamlFile.read(Path.of("connector-config", "assessment.yaml")));

    private final AssessmentModel model = new AssessmentModel(POLICY);

    @ParameterizedTest
    @CsvSource({"0, CURRENT", "24, CURRENT", "25, DUE_SOON", "30, DUE_SOON", "31, STALE", "-1, STALE"})
    void reviewIsDueAfterItsCadenceOfThirtyDays(int daysAgo, ClockVerdict verdict) {
        // A review in the future is no review: then the plan's start, a half year ago, counts.
        assertThat(plan("'lastReviewedDate': '" + ago(daysAgo) + "'").currency().clocks())
                .containsEntry("plan.review", verdict);
    }

    @ParameterizedTest
    @CsvSource({"72, CURRENT", "73, DUE_SOON", "90, DUE_SOON", "91, STALE"})
    void substanceIsDueAfterItsCadenceOfNinetyDays(int daysAgo, ClockVerdict verdict) {
        assertThat(plan("'lastSubstantiveChange': '" + ago(daysAgo) + "'")
                        .currency()
                        .clocks())
                .containsEntry("plan.substance", verdict);
    }

    @ParameterizedTest
    @CsvSource({"-1, EXPIRED", "0, DUE_SOON", "44, DUE_SOON", "45, CURRENT"})
    void planIsOverTheDayAfterItsEnd(int daysAhead, ClockVerdict verdict) {
        assertThat(plan("'periodEnd': '" + ago(-daysAhead) + "'").currency().clocks())
                .containsEntry("plan.period", verdict);
    }

    @ParameterizedTest
    @CsvSource({"41, CURRENT", "42, DUE_SOON"})
    void aSuccessorStartsAtMostAMonthAfterThePlanEnds(int startsAhead, ClockVerdict verdict) {
        Assessment assessment = assess("'plans': [" + planJson("'periodEnd': '" + ago(-10) + "'")
                + ", {'id': 'P2', 'state': 'active', 'periodStart': '" + ago(-startsAhead)
                + "', 'periodEnd': '2027-12-31'}]");

        assertThat(assessment.planId()).isEqualTo("P1");
        assertThat(assessment.currency().clocks()).containsEntry("plan.period", verdict);
    }

    @Test
    void draftsAndClosedPlansNeverGovern() {
        Assessment assessment =
                assess("'plans': [" + planJson("'state': 'draft'") + "," + planJson("'state': 'closed'") + "]");

        assertThat(assessment.planId()).isNull();
        assertThat(assessment.currency().verdict()).isEqualTo(ClockVerdict.MISSING);
        assertThat(assessment.currency().clocks()).containsOnlyKeys("plan.exists");
        assertThat(assessment.thoroughness().score()).isZero();
        assertThat(assessment.vetting().score()).isNull();
        assertThat(assessment.findings().getFirst().evidence().get("draft")).isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource({"17, 0.283333, FAIL", "18, 0.3, PARTIAL", "47, 0.783333, PARTIAL", "48, 0.8, PASS", "61, 1, PASS"})
    void aSectionIsThoroughByItsWords(int words, double score, SectionVerdict verdict) {
        Assessment assessment = plan("'sections': {'customer_strategy': {'text': '" + "word ".repeat(words) + "'}}");

        assertThat(assessment.thoroughness().sections().get("customer_strategy"))
                .isCloseTo(score, within());
        assertThat(assessment.findings().stream()
                        .filter(finding -> finding.id().equals("section.customer_strategy"))
                        .map(finding -> finding.evidence().get("verdict"))
                        .findFirst()
                        .map(Object::toString)
                        .orElse("PASS"))
                .isEqualTo(verdict.name());
    }

    @ParameterizedTest
    @CsvSource({"0.79, 1", "0.8, 0.5", "0.7999999999, 0.5", "1, 0.5"})
    void aCopiedSectionKeepsHalfItsWorth(double similarity, double score) {
        Assessment assessment = plan("'sections': {'customer_strategy': {'text': '" + "word ".repeat(60)
                + "', 'similarity': " + similarity + "}}");

        assertThat(assessment.thoroughness().sections().get("customer_strategy"))
                .isEqualTo(score);
    }

    @Test
    void whatIsMappedToNoFieldIsNotMissedInThePlan() {
        Assessment assessment =
                assess("'notMeasured': ['industry', 'competition.text'], 'plans': [" + planJson("") + "]");

        assertThat(assessment.thoroughness().notMeasured())
                .containsExactly(
                        "decision_makers",
                        "value_opportunities",
                        "action_plan",
                        "objectives",
                        "competition.text",
                        "industry");
        assertThat(assessment.thoroughness().sections()).doesNotContainKeys("industry", "objectives");
    }

    @ParameterizedTest
    @CsvSource({"7, 100", "30, 60", "45, 40", "120, 0", "365, 0"})
    void recencyFallsWithTheDaysSinceTheLastConversation(int daysAgo, double score) {
        assertThat(talking("{'kind': 'call', 'date': '" + ago(daysAgo) + "'}").get("rhythm.recency"))
                .isEqualTo(score);
    }

    @Test
    void whatOnlyWeSentIsNoConversation() {
        assertThat(talking("{'kind': 'email', 'date': '" + ago(1) + "'}").get("rhythm.recency"))
                .isZero();
        assertThat(talking("{'kind': 'email', 'direction': 'in', 'date': '" + ago(1) + "'}")
                        .get("rhythm.recency"))
                .isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"0, 25", "1, 100", "45, 100", "46, 25"})
    void theNextMeetingIsToBeWithinFortyFiveDays(int daysAhead, double score) {
        assertThat(talking("{'kind': 'meeting', 'date': '" + ago(-daysAhead) + "'}")
                        .get("rhythm.next_meeting"))
                .isEqualTo(score);
    }

    @Test
    void silenceIsNoFactWhereNobodyLogs() {
        Assessment assessment = assess("'activityCapture': false, 'contacts': [{'id': 'C1', 'title': 'CEO'}]");

        assertThat(assessment.health().measures()).containsEntry("rhythm.recency", null);
        assertThat(assessment.health().measures()).containsEntry("executive.engaged", null);
        assertThat(assessment.health().caps()).isEmpty();
        assertThat(assessment.health().band()).isEqualTo(Band.INSUFFICIENT);
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "364, 10", "365, 0", "-1, 0"})
    void revenueIsWhatWasWonWithinTheYear(int daysAgo, double growthScore) {
        Assessment assessment = assess("'opportunities': [" + won(daysAgo, 600_000) + "," + won(400, 1_000_000) + "]");

        assertThat(assessment.health().measures().get("momentum.growth")).isCloseTo(growthScore, within());
    }

    @ParameterizedTest
    @CsvSource({
        "1000000, 55",
        "1250000, 100",
        "900000, 40",
        "500000, 0",
        "950000, 47.5",
    })
    void growthComparesTheLastTwoYears(double last, double score) {
        Assessment assessment = assess("'opportunities': [" + won(10, last) + "," + won(400, 1_000_000) + "]");

        assertThat(assessment.health().measures().get("momentum.growth")).isCloseTo(score, within());
    }

    @Test
    void growthFromNothingIsFullAndNothingAtAllIsUnknown() {
        assertThat(assess("'opportunities': [" + won(10, 1) + "]").health().measures())
                .containsEntry("momentum.growth", 100.0);
        assertThat(assess("'opportunities': []").health().measures()).containsEntry("momentum.growth", null);
    }

    @ParameterizedTest
    @CsvSource({"29, 1, 100", "30, 1, 0", "29, 2, 0"})
    void aDealSlipsWhenItIsIdleOrPushed(int idleDays, int pushes, double score) {
        Assessment assessment = assess("'opportunities': [{'id': 'O1', 'amount': 100, 'probability': 50, 'closeDate': '"
                + ago(-30) + "', 'lastActivityDate': '" + ago(idleDays) + "', 'pushCount': " + pushes + "}]");

        assertThat(assessment.health().measures()).containsEntry("momentum.slippage", score);
    }

    @Test
    void expectedValueIsAmountByProbabilityByEachSignOfLittleCommitment() {
        Assessment assessment =
                assess("'opportunities': [{'id': 'O1', 'amount': 100000, 'probability': 50, 'closeDate': '" + ago(1)
                        + "', 'lastActivityDate': '" + ago(60) + "', 'pushCount': 2}]");

        assertThat(assessment.money().expectedPipeline()).isCloseTo(100_000 * 0.5 * 0.85 * 0.7 * 0.5 * 0.9, within());
    }

    @Test
    void anEmptyDossierGivesAnAssessmentAndNoBlame() {
        Assessment assessment = assess("'contacts': []");

        assertThat(assessment.health().score()).isNull();
        assertThat(assessment.health().trend()).isEqualTo(Trend.NEW);
        assertThat(assessment.roles().score()).isNull();
        assertThat(assessment.reasons()).isEmpty();
        assertThat(assessment.findings()).extracting(Finding::id).containsExactly("plan.exists");
    }

    private Assessment plan(String more) {
        return assess("'plans': [" + planJson(more) + "]");
    }

    private static String planJson(String more) {
        String dates = more.contains("'periodEnd'") ? "" : ", 'periodEnd': '2026-12-31'";
        String state = more.contains("'state'") ? "" : ", 'state': 'active'";
        return "{'id': 'P1', 'periodStart': '2026-01-01'" + dates + state + (more.isEmpty() ? "" : ", " + more) + "}";
    }

    private Map<String, Double> talking(String interaction) {
        return assess("'activityCapture': true, 'interactions': [" + interaction + "]")
                .health()
                .measures();
    }

    private static String won(int daysAgo, double amount) {
        return "{'id': 'W" + daysAgo + "', 'isClosed': true, 'isWon': true, 'amount': " + amount + ", 'closeDate': '"
                + ago(daysAgo) + "'}";
    }

    private Assessment assess(String more) {
        String json = "{'asOf': '" + TODAY + "', 'account': {'id': 'A1', 'ownerId': 'U1', 'tier': 1}, " + more + "}";
        return model.assess(new DossierJson().read(json.replace('\'', '"')).dossier(), null);
    }

    private static String ago(int days) {
        return TODAY.minusDays(days).toString();
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-6);
    }
}
