package io.plumbline.assess.thoroughness;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.assess.GivenAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How thorough the sections of a plan are (model section 3). {@code competition} asks for 30 words and one item. */
class SectionsTest {

    @ParameterizedTest
    @CsvSource({
        "0, '', 0",
        "15, '', 0.25",
        "30, '', 0.5",
        "60, '', 0.5",
        "0, '{\"name\": \"Rival\", \"position\": \"weak\"}', 0.5",
        "0, '{\"name\": \"Rival\", \"position\": \"tbd\"}', 0",
        "0, '{\"name\": \"Rival\"}', 0",
        "30, '{\"name\": \"Rival\", \"position\": 0}', 1",
        "30, '{\"name\": \"Rival\", \"position\": false}', 1",
        "30, '{\"name\": \"Rival\", \"position\": []}', 0.5",
        "15, '{\"name\": \"Rival\", \"position\": \"a\"}, {\"name\": \"Y\", \"position\": \"b\"}', 0.75",
    })
    void aSectionIsTheMeanOfItsTextAndItsItems(int words, String items, double score) {
        assertThat(sections("'competition': {'text': '" + "word ".repeat(words) + "', 'items': [" + items + "]}")
                        .assess()
                        .thoroughness()
                        .sections()
                        .get("competition"))
                .isEqualTo(score);
    }

    @Test
    void aTextThatBeginsAsAPlaceholderHasNoWords() {
        GivenAccount account = sections("'industry': {'text': 'Lorem ipsum " + "word ".repeat(40) + "'}");

        assertThat(account.assess().thoroughness().sections().get("industry")).isZero();
        assertThat(account.finding("section.industry").evidence().get("words")).isEqualTo(42);
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 0.5",
        "competition.text, competition.text, 0",
        "competition.items, competition.items, 1",
    })
    void aHalfThatIsMappedToNoFieldIsLeftOut(String missing, String notMeasured, double score) {
        var thoroughness = sections("'competition': {'text': '" + "word ".repeat(30) + "'}")
                .and("'notMeasured': ['" + missing + "']")
                .assess()
                .thoroughness();

        assertThat(thoroughness.sections().get("competition")).isEqualTo(score);
        assertThat(thoroughness.notMeasured().stream().filter(id -> id.startsWith("competition")))
                .isEqualTo(notMeasured.isEmpty() ? java.util.List.of() : java.util.List.of(notMeasured));
    }

    @Test
    void aSectionOfWhichNothingIsMappedIsLeftOutWhole() {
        for (String missing : new String[] {"'competition'", "'competition.text', 'competition.items'"}) {
            var thoroughness = sections("'competition': {'text': 'word'}")
                    .and("'notMeasured': [" + missing + "]")
                    .assess()
                    .thoroughness();

            assertThat(thoroughness.sections()).doesNotContainKey("competition");
            assertThat(thoroughness.notMeasured()).contains("competition").doesNotContain("competition.text");
        }
        // A half that the section does not ask for changes nothing.
        assertThat(sections("'industry': {'text': 'word'}")
                        .and("'notMeasured': ['industry.items', 'risks.text']")
                        .assess()
                        .thoroughness()
                        .sections())
                .containsKeys("industry", "risks");
    }

    @Test
    void itemsThatComeFromTheChildrenOfThePlanAreCountedThere() {
        GivenAccount account =
                GivenAccount.withPlan("'stakeholders': [{'name': 'Ida', 'role': 'Champion'}, {'name': 'Leo'}],"
                        + " 'objectives': [{'name': 'Grow', 'measure': 'sales', 'target': 5, 'dueDate': '2026-12-01'}],"
                        + " 'actions': [{'name': 'Call', 'ownerId': 'U1', 'dueDate': '2026-12-01'}],"
                        + " 'valueOpportunities': [{'name': 'Save', 'supplierValue': 0}],"
                        + " 'sections': {'decision_makers': {'items': [{'name': 'No', 'role': 'No'}]}}");

        var scores = account.assess().thoroughness().sections();
        assertThat(scores).containsEntry("decision_makers", 0.25).containsEntry("action_plan", 0.2);
        assertThat(scores.get("objectives")).isEqualTo(1 / 3.0);
        assertThat(scores.get("value_opportunities")).isEqualTo(1 / 3.0);
        assertThat(account.finding("section.decision_makers").evidence().toString())
                .isEqualTo("{verdict=FAIL, score=0.25, similarity=null, items=2, complete=1, minItems=4.0}");
    }

    @Test
    void aCopiedSectionIsSaidToBeCopiedAndAnyOtherWhatItLacks() {
        String text = "'text': '" + "word ".repeat(20) + "'";
        assertThat(message("industry", text)).contains("20 of 40 words").doesNotContain("plan");
        assertThat(message("industry", text + ", 'similarity': 0.8"))
                .contains("80")
                .contains("another account's plan");
        assertThat(message("competition", text)).contains("20 of 30 words").contains("0 of 1");
        assertThat(message("touch_points", "'items': [{'name': 'Fair'}]")).contains("1 of 3");
    }

    @ParameterizedTest
    @CsvSource({"11, FAIL, warning", "12, PARTIAL, info", "31, PARTIAL, info"})
    void aFailedSectionWeighsMoreThanAPartialOne(int words, String verdict, String severity) {
        var finding = sections("'industry': {'text': '" + "word ".repeat(words) + "'}")
                .finding("section.industry");

        assertThat(finding.evidence().get("verdict")).hasToString(verdict);
        assertThat(finding.severity().key()).isEqualTo(severity);
    }

    @Test
    void thoroughnessIsTheMeanByWeight() {
        // customer_strategy weighs 3 and industry 1; all else is not measured.
        var thoroughness = GivenAccount.withPlan(
                        "'sections': {'customer_strategy': {'text': '" + "word ".repeat(60) + "'}}")
                .and("'notMeasured': ['projects', 'value_proposition', 'competition', 'team_and_sponsor', 'risks',"
                        + " 'relationship_history', 'touch_points']")
                .assess()
                .thoroughness();

        assertThat(thoroughness.score()).isEqualTo(75);
        assertThat(thoroughness.sections().keySet()).containsExactly("customer_strategy", "industry");
    }

    @Test
    void withoutAPlanThoroughnessIsNothingAndNoSectionIsBlamed() {
        var assessment = GivenAccount.with("'notMeasured': ['industry']").assess();

        assertThat(assessment.thoroughness().score()).isZero();
        assertThat(assessment.thoroughness().sections()).isEmpty();
        assertThat(assessment.thoroughness().notMeasured()).containsExactly("industry");
        assertThat(assessment.findings()).noneMatch(finding -> finding.id().startsWith("section."));
    }

    private static String message(String section, String content) {
        return sections("'" + section + "': {" + content + "}")
                .finding("section." + section)
                .message();
    }

    private static GivenAccount sections(String sections) {
        return GivenAccount.withPlan("'sections': {" + sections + "}");
    }
}
