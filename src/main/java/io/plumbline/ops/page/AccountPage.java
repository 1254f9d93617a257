package io.plumbline.ops.page;

import io.plumbline.assess.Band;
import io.plumbline.assess.ClockVerdict;
import io.plumbline.assess.Trend;
import io.plumbline.journal.JudgedAccount;
import io.plumbline.journal.Verdict;
import io.plumbline.ops.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One account with its verdict, what was found and every measure, in the words of the page. */
record AccountPage(String name, String lead, List<Pair> verdict, List<Item> findings, List<Pair> measures) {

    private static final JsonMapper JSON = new JsonMapper();

    /** A value with its name. */
    record Pair(String label, String value) {}

    /** One finding. */
    record Item(String severity, String mood, String theme, String message, String remedy) {}

    static AccountPage of(JudgedAccount.InFull account) {
        Verdict verdict = account.account().verdict();
        JsonNode assessment = JSON.readTree(account.assessment());
        return new AccountPage(
                account.account().name(),
                "Judged as of " + verdict.asOf(),
                List.of(
                        new Pair(
                                "Health",
                                score(verdict.writtenHealth()) + ", " + Words.band(Band.valueOf(verdict.band()))),
                        new Pair("Trend", Words.trend(Trend.valueOf(verdict.trend()))),
                        new Pair("Retention", score(verdict.retention())),
                        new Pair("Growth", score(verdict.growth())),
                        new Pair("Plan", Words.currency(ClockVerdict.valueOf(verdict.planCurrency()))),
                        new Pair("Thoroughness", score(verdict.thoroughness())),
                        new Pair("Vetting", score(verdict.vetting())),
                        new Pair("Execution", score(verdict.execution())),
                        new Pair("Role coverage", score(verdict.roleCoverage())),
                        new Pair("Confidence", score(verdict.confidence()))),
                findings(assessment.path("findings")),
                measures(assessment.path("measures")));
    }

    private static List<Item> findings(JsonNode findings) {
        List<Item> items = new ArrayList<>();
        for (JsonNode finding : findings) {
            String severity = finding.path("severity").asString().toLowerCase(Locale.ROOT);
            items.add(new Item(
                    severity,
                    switch (severity) {
                        case "critical" -> "poor";
                        case "warning" -> "fair";
                        default -> "";
                    },
                    finding.path("theme").asString(),
                    finding.path("message").asString(),
                    finding.path("remedy").asString()));
        }
        return items;
    }

    private static List<Pair> measures(JsonNode measures) {
        return measures.properties().stream()
                .map(entry -> new Pair(
                        entry.getKey(),
                        entry.getValue().isNull()
                                ? "unknown"
                                : String.valueOf(Math.round(entry.getValue().asDouble()))))
                .toList();
    }

    private static String score(@Nullable Integer score) {
        return score == null ? "unknown" : score.toString();
    }
}
