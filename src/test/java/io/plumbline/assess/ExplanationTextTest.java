package io.plumbline.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.testing.Golden;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplanationTextTest {

    private static final GivenAccount ACCOUNT = GivenAccount.withPlan("'lastReviewed': '2026-03-01',"
                    + " 'actions': [{'id': 'T1', 'name': 'Visit', 'ownerId': 'U1', 'dueDate': '2026-05-01'}]")
            .and("'contacts': [{'id': 'C1', 'name': 'Buyer', 'title': 'Chief Buyer'}], 'interactions': [{'id': 'I1',"
                    + " 'kind': 'meeting', 'date': '2026-06-20', 'contactIds': ['C1'], 'userIds': ['U1']}]");

    @Test
    void readsFromTheVerdictDownToTheRecords() {
        Golden.beside(getClass())
                .assertMatches(
                        "explanation.txt",
                        ExplanationText.of(ACCOUNT.explain(), Map.of("rhythm.recency", "Last contact")));
    }

    @Test
    void unfoldsEachNumberOnce() {
        assertThat(ExplanationText.of(ACCOUNT.explain(), Map.of()).lines().map(String::strip))
                .filteredOn(line -> line.startsWith("health: "))
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first).doesNotContain("see above"),
                        second -> assertThat(second).endsWith("(see above)"));
    }

    @Test
    void saysWhereNothingCostsHealth() {
        assertThat(ExplanationText.of(
                        GivenAccount.with("'activityCapture': false").explain(), Map.of()))
                .startsWith("What would lift health most\n  Nothing that is known costs health.\n");
    }
}
