package io.plumbline.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.testing.Golden;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    void namesFiveRecordsOfANumberAndCountsTheOthers() {
        assertThat(ExplanationText.of(peopleMet(5).explain(), Map.of()))
                .contains("C1, C2, C3, C4, C5]")
                .doesNotContain(" more]");
        assertThat(ExplanationText.of(peopleMet(7).explain(), Map.of())).contains("C1, C2, C3, C4, C5 and 2 more]");
    }

    private static GivenAccount peopleMet(int number) {
        String contacts = IntStream.rangeClosed(1, number)
                .mapToObj(i -> "{'id': 'C%d', 'name': 'Buyer', 'title': 'Chief Buyer'}".formatted(i))
                .collect(Collectors.joining(", "));
        String ids =
                IntStream.rangeClosed(1, number).mapToObj(i -> "'C" + i + "'").collect(Collectors.joining(", "));
        return GivenAccount.with("'contacts': [" + contacts + "], 'interactions': [{'id': 'I1', 'kind': 'meeting',"
                + " 'date': '2026-06-20', 'contactIds': [" + ids + "], 'userIds': ['U1']}]");
    }

    @Test
    void saysWhereNothingCostsHealth() {
        assertThat(ExplanationText.of(
                        GivenAccount.with("'activityCapture': false").explain(), Map.of()))
                .startsWith("What would lift health most\n  Nothing that is known costs health.\n");
    }

    /** Whoever mends a measure while a cap holds would see nothing come of it. */
    @Test
    void namesTheCapFirstAndSaysThatNothingElseLiftsHealthBeforeIt() {
        GivenAccount silent = GivenAccount.with("'contacts': [{'id': 'C1', 'name': 'Buyer', 'title': 'Chief Buyer'}],"
                        + " 'interactions': [{'id': 'I1', 'kind': 'meeting', 'date': '2025-12-01', 'contactIds': ['C1'],"
                        + " 'userIds': ['U1']}]")
                .where("cap.silence:       {max: 40", "cap.silence:       {max: 2");

        assertThat(ExplanationText.of(silent.explain(), Map.of("cap.silence", "Nobody has been in touch"))
                        .lines()
                        .limit(3))
                .containsExactly(
                        "What would lift health most",
                        "  Health is held at 2 by: Nobody has been in touch. Nothing else lifts it before that is mended;"
                                + " without it health would be 5.3.",
                        "    3.3 points  Nobody has been in touch");
        assertThat(ExplanationText.of(
                        silent.where("cap.no_executive:  {max: 70", "cap.no_executive:  {max: 4")
                                .explain(),
                        Map.of()))
                .contains("without it health would be 4.");
    }

    /** A cap above what the measures give costs nothing. */
    @Test
    void keepsQuietAboutACapThatHoldsNothing() {
        assertThat(ExplanationText.of(ACCOUNT.explain(), Map.of())).doesNotContain("held at");
    }
}
