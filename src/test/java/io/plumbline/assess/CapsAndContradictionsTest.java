package io.plumbline.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.policy.AssessmentPolicy;
import io.plumbline.config.yaml.YamlFile;
import io.plumbline.dossier.json.DossierJson;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds health down, and where plan and CRM disagree, under the shipped policy, on 2026-06-30, for tier 1. */
class CapsAndContradictionsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-06-30");

    private final AssessmentModel model =
            new AssessmentModel(AssessmentPolicy.load(YamlFile.read(Path.of("connector-config", "assessment.yaml"))));

    @ParameterizedTest
    @CsvSource({"89, false", "90, true"})
    void silenceCapsAfterNinetyDays(int daysAgo, boolean caps) {
        Assessment assessment =
                assess("'activityCapture': true, 'interactions': [{'kind': 'call', 'date': '" + ago(daysAgo) + "'}]");

        assertThat(assessment.health().caps().contains("cap.silence")).isEqualTo(caps);
    }

    @ParameterizedTest
    @CsvSource({"90, 30, true", "91, 30, false", "90, 29, false", "-1, 30, true"})
    void anIdleRenewalCapsWhenItIsNearOrOverdue(int daysAhead, int idleDays, boolean caps) {
        Assessment assessment = assess("'opportunities': [{'id': 'O1', 'type': ' renewal', 'closeDate': '"
                + ago(-daysAhead) + "', 'lastActivityDate': '" + ago(idleDays) + "'}]");

        assertThat(assessment.health().caps().contains("cap.renewal")).isEqualTo(caps);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, true", "89, 90, true", "90, 91, false", "5, 6, true", "5, 5, false", "5, 0, false"})
    void aChampionWhoLeftCapsUntilAnotherWasSpokenTo(int leftDaysAgo, int spokeDaysAgo, boolean caps) {
        Assessment assessment = assess("'contacts': [{'id': 'C1', 'buyingRole': 'Champion', 'active': false,"
                + " 'inactiveSince': '" + ago(leftDaysAgo) + "'}, {'id': 'C2', 'buyingRole': 'champion '}],"
                + " 'interactions': [{'kind': 'call', 'date': '" + ago(spokeDaysAgo) + "', 'contactIds': ['C2']}]");

        assertThat(assessment.health().caps().contains("cap.champion_left")).isEqualTo(caps);
    }

    @ParameterizedTest
    @CsvSource({"14, false", "15, true"})
    void anEscalationCapsAfterTwoWeeks(int daysAgo, boolean caps) {
        Assessment assessment =
                assess("'cases': [{'id': 'S1', 'escalated': true, 'createdDate': '" + ago(daysAgo) + "'}]");

        assertThat(assessment.health().caps().contains("cap.escalation")).isEqualTo(caps);
    }

    @ParameterizedTest
    @CsvSource({"700000, true", "700001, false"})
    void lostRevenueCapsFromThirtyPercent(double last, boolean caps) {
        Assessment assessment = model.assess(
                new DossierJson()
                        .read(("{'asOf': '" + TODAY + "', 'account': {'id': 'A1', 'facts': {'revenue365': {'value': "
                                        + last + "}, 'revenuePrior365': {'value': 1000000}}}}")
                                .replace('\'', '"'))
                        .dossier(),
                null);

        assertThat(assessment.health().caps().contains("cap.revenue_loss")).isEqualTo(caps);
    }

    @Test
    void theLowestCapComesFirstAndIsTheFirstReason() {
        Assessment assessment = assess("'activityCapture': true,"
                + " 'cases': [{'id': 'S1', 'escalated': true, 'createdDate': '" + ago(20) + "'}],"
                + " 'opportunities': [{'id': 'W1', 'isClosed': true, 'isWon': true, 'amount': 5, 'closeDate': '"
                + ago(3)
                + "'}]");

        assertThat(assessment.health().caps()).containsExactly("cap.silence", "cap.escalation");
        assertThat(assessment.health().uncapped()).isGreaterThan(40);
        assertThat(assessment.health().score()).isEqualTo(40);
        assertThat(assessment.reasons().getFirst().measure()).isEqualTo("cap.silence");
        assertThat(assessment.health().growth()).isEqualTo(100);
    }

    @Test
    void contradictionsAreListedByKindAndEachOnce() {
        Assessment assessment = assess("'users': [{'id': 'U9', 'active': false}], 'contacts': [{'id': 'C1'}],"
                + " 'opportunities': [{'id': 'O1', 'isClosed': true}, {'id': 'O2', 'amount': 100}],"
                + " 'plans': [{'id': 'P1', 'state': 'active', 'periodStart': '2026-01-01', 'periodEnd': '2026-12-31',"
                + " 'stakeholders': [{'contactId': 'C1'}, {'contactId': 'C7'}, {'contactId': 'C7'}],"
                + " 'actions': [{'id': 'X1', 'ownerId': 'U9'}, {'id': 'X2', 'ownerId': 'U9', 'completedDate': '"
                + ago(0)
                + "'}], 'valueOpportunities': [{'id': 'V1', 'state': 'open', 'opportunityId': 'O1'},"
                + " {'id': 'V2', 'state': 'open', 'opportunityId': 'O2', 'supplierValue': 63},"
                + " {'id': 'V3', 'state': 'open', 'opportunityId': 'O2', 'supplierValue': 63},"
                + " {'id': 'V4', 'state': 'open', 'opportunityId': 'O8', 'ownerId': 'U9'},"
                + " {'id': 'V5', 'state': 'dropped', 'opportunityId': 'O1'}]}]");

        assertThat(assessment.vetting().contradictions())
                .containsExactly(
                        new Contradiction(Contradiction.Kind.LOST, "V1", "O1"),
                        new Contradiction(Contradiction.Kind.AMOUNT, "O2", "P1"),
                        new Contradiction(Contradiction.Kind.LEFT, "C7", "P1"),
                        new Contradiction(Contradiction.Kind.OWNER, "X1", "U9"),
                        new Contradiction(Contradiction.Kind.OWNER, "V4", "U9"),
                        new Contradiction(Contradiction.Kind.FOREIGN, "V4", "O8"));
    }

    @ParameterizedTest
    @CsvSource({"125, true", "126, false", "75, true", "74, false"})
    void planAndCrmMayDifferByAQuarter(double planned, boolean agrees) {
        Assessment assessment = assess("'opportunities': [{'id': 'O2', 'amount': 100}],"
                + " 'plans': [{'id': 'P1', 'state': 'active', 'valueOpportunities': ["
                + "{'id': 'V2', 'state': 'open', 'opportunityId': 'O2', 'supplierValue': " + planned + "}]}]");

        assertThat(assessment.vetting().contradictions().isEmpty()).isEqualTo(agrees);
    }

    private Assessment assess(String more) {
        String json = "{'asOf': '" + TODAY + "', 'account': {'id': 'A1', 'ownerId': 'U1', 'tier': 1}, " + more + "}";
        return model.assess(new DossierJson().read(json.replace('\'', '"')).dossier(), null);
    }

    private static String ago(int days) {
        return TODAY.minusDays(days).toString();
    }
}
