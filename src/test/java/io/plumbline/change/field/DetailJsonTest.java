package io.plumbline.change.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.assess.Assessment;
import io.plumbline.assess.Contradiction;
import io.plumbline.assess.Evidence;
import io.plumbline.assess.Finding;
import io.plumbline.change.AnsweredAssessment;
import io.plumbline.change.Given;
import io.plumbline.config.policy.Severity;
import io.plumbline.config.policy.Theme;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the card reads besides the verdict itself. */
class DetailJsonTest {

    private static final int LONG_ENOUGH = 32_768;

    @Test
    void theScoresOfEarlierDaysAndOfTodayMakeTheLine() {
        SortedMap<LocalDate, Integer> earlier = new TreeMap<>(Map.of(
                LocalDate.of(2026, 6, 1), 71,
                LocalDate.of(2026, 2, 1), 80));
        Assessment verdict = Given.verdict().build();

        JsonNode history = detail(Map.of(), earlier, verdict).get("history");

        assertThat(history)
                .hasToString("[[\"2026-02-01\",80],[\"2026-06-01\",71],[\"2026-06-30\",%d]]"
                        .formatted(verdict.health().written()));
    }

    @Test
    void theLineHasTheLatestTwentyFourScores() {
        SortedMap<LocalDate, Integer> earlier = new TreeMap<>();
        for (int day = 1; day <= 24; day++) {
            earlier.put(LocalDate.of(2026, 5, day), day);
        }

        JsonNode history = detail(Map.of(), earlier, Given.verdict().build()).get("history");

        assertThat(history).hasSize(24);
        assertThat(history.get(0).get(1).asInt()).isEqualTo(2);
    }

    @Test
    void onlyWhatStandsInTheVerdictIsNamed() {
        Assessment verdict = Given.verdict().build();
        String clock = verdict.currency().clocks().keySet().iterator().next();

        JsonNode labels = detail(Map.of(clock, "Our review", "vet.target", "Goal"), new TreeMap<>(), verdict)
                .get("labels");

        assertThat(labels).hasToString("{\"%s\":\"Our review\"}".formatted(clock));
    }

    @Test
    void contradictionLeadsToTheRecordsOnBothSides() {
        Finding contradictions = new Finding(
                "vet.consistent",
                Theme.VETTING,
                Severity.CRITICAL,
                Evidence.none()
                        .with(
                                "contradictions",
                                List.of(
                                        new Contradiction(
                                                Contradiction.Kind.LEFT, "003000000000001AAA", "a00000000000001AAA"),
                                        new Contradiction(Contradiction.Kind.LOST, "a05000000000001AAA", null),
                                        new Contradiction(Contradiction.Kind.OWNER, null, "005000000000001AAA"))),
                "Plan and CRM contradict each other.",
                "Correct one of them.");

        JsonNode finding = detail(
                        Map.of(),
                        new TreeMap<>(),
                        Given.verdict().findings(contradictions).build())
                .get("findings")
                .get(0);

        assertThat(finding.get("records"))
                .hasToString("[{\"id\":\"003000000000001AAA\",\"kind\":\"left\","
                        + "\"other\":\"a00000000000001AAA\"},{\"id\":\"a05000000000001AAA\",\"kind\":\"lost\"}]");
    }

    private static JsonNode detail(
            Map<String, String> labels, SortedMap<LocalDate, Integer> earlier, Assessment verdict) {
        return JsonMapper.shared()
                .readTree(new DetailJson(labels, earlier)
                        .unsealed(AnsweredAssessment.unanswered(verdict), "digest", LONG_ENOUGH));
    }
}
