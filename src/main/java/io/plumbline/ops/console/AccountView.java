package io.plumbline.ops.console;

import io.plumbline.assess.Band;
import io.plumbline.assess.ClockVerdict;
import io.plumbline.assess.ExplanationTree;
import io.plumbline.assess.ExplanationTree.Branch;
import io.plumbline.assess.Trend;
import io.plumbline.flow.Inquiry;
import io.plumbline.journal.Answer;
import io.plumbline.journal.JudgedAccount;
import io.plumbline.journal.Verdict;
import io.plumbline.ops.text.Moods;
import io.plumbline.ops.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One account: its verdict, what pulls it down and what to do, and every number down to its records. For those who see no
 * names the account is its Id, and every sentence that may repeat a name from the org is left out (trap L10).
 *
 * @param nextStep empty text when there is nothing to do, or the sentence is left out
 * @param tree every number; empty when the account can no longer be judged from what was read
 */
record AccountView(
        String id,
        String name,
        String day,
        String band,
        String mood,
        String health,
        String trend,
        int confidence,
        String plan,
        String planMood,
        String nextStep,
        List<Bar> relationship,
        List<Bar> dimensions,
        List<Bar> planScores,
        List<Loss> losses,
        List<Item> findings,
        List<String> unknown,
        List<Branch> tree,
        HistoryPicture history,
        List<OpenTask> tasks) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String LEFT_OUT = "(text)";
    private static final Map<String, String> DIMENSIONS = Map.of(
            "executive", "Executives",
            "breadth", "Breadth of contact",
            "rhythm", "Rhythm",
            "momentum", "Momentum",
            "value", "Value",
            "satisfaction", "Satisfaction");

    private static final Map<String, String> ROOTS = Map.of(
            "health", "Health",
            "confidence", "Confidence",
            "roleCoverage", "Roles filled",
            "attention", "Attention");

    /** A score of 0 to 100 as a bar. @param width 0 when unknown */
    record Bar(String label, String score, int width) {}

    /** What costs health and was not answered. */
    record Loss(String label, String points) {}

    /**
     * One finding.
     *
     * @param message empty text when it is left out
     * @param answered what somebody said of it and until when, empty text where nobody did
     */
    record Item(String label, String severity, String message, String remedy, String answered) {}

    /**
     * @param explained the same account judged once more, empty when it is no longer in the mirror
     * @param history its verdicts, the oldest first
     */
    static AccountView of(
            JudgedAccount.InFull account,
            Optional<Inquiry.Explained> explained,
            List<Verdict> history,
            List<OpenTask> tasks,
            boolean seesNames) {
        Verdict verdict = account.account().verdict();
        JsonNode json = JSON.readTree(account.assessment());
        Map<String, String> labels = new HashMap<>(ROOTS);
        explained.map(Inquiry.Explained::labels).ifPresent(labels::putAll);
        Map<String, Answer> answers = explained.map(Inquiry.Explained::answers).orElse(List.of()).stream()
                .collect(Collectors.toMap(Answer::finding, Function.identity(), (one, other) -> other));
        Band band = Band.valueOf(verdict.band());
        ClockVerdict plan = ClockVerdict.valueOf(verdict.planCurrency());
        String id = verdict.account().value();
        return new AccountView(
                id,
                seesNames ? account.account().name() : id,
                verdict.asOf().toString(),
                Words.band(band),
                Moods.of(band),
                Figures.score(verdict.writtenHealth()),
                Words.trend(Trend.valueOf(verdict.trend())),
                verdict.confidence(),
                Words.currency(plan),
                Moods.of(plan),
                seesNames ? account.account().nextStep() : "",
                List.of(bar("Staying", verdict.retention()), bar("Growing", verdict.growth())),
                dimensions(json.path("dimensions")),
                List.of(
                        bar("Complete", verdict.thoroughness()),
                        bar("Defensible", verdict.vetting()),
                        bar("Carried out", verdict.execution()),
                        bar("Roles filled", verdict.roleCoverage())),
                losses(json.path("reasons"), labels, answers),
                findings(json.path("findings"), labels, answers, seesNames),
                seesNames ? explained.map(Inquiry.Explained::unknownBecause).orElse(List.of()) : List.of(),
                explained
                        .map(found -> ExplanationTree.of(found.explained(), labels))
                        .map(tree -> seesNames
                                ? tree
                                : tree.stream().map(AccountView::withoutWords).toList())
                        .orElse(List.of()),
                HistoryPicture.of(history),
                tasks);
    }

    private static Bar bar(String label, @Nullable Integer score) {
        return new Bar(label, Figures.score(score), score == null ? 0 : score);
    }

    private static List<Bar> dimensions(JsonNode scores) {
        return scores.properties().stream()
                .map(entry -> bar(
                        DIMENSIONS.getOrDefault(entry.getKey(), entry.getKey()),
                        entry.getValue().isNumber()
                                ? Integer.valueOf(
                                        (int) Math.round(entry.getValue().asDouble()))
                                : null))
                .toList();
    }

    private static List<Loss> losses(JsonNode reasons, Map<String, String> labels, Map<String, Answer> answers) {
        List<Loss> losses = new ArrayList<>();
        for (JsonNode reason : reasons) {
            String measure = reason.path("measure").asString();
            if (answers.containsKey(measure)) {
                continue;
            }
            losses.add(new Loss(
                    labels.getOrDefault(measure, measure),
                    String.format(
                            Locale.ROOT, "%.0f points", -reason.path("points").asDouble())));
        }
        return losses;
    }

    private static List<Item> findings(
            JsonNode findings, Map<String, String> labels, Map<String, Answer> answers, boolean seesNames) {
        List<Item> items = new ArrayList<>();
        for (JsonNode finding : findings) {
            String id = finding.path("id").asString();
            items.add(new Item(
                    labels.getOrDefault(id, id),
                    finding.path("severity").asString(),
                    seesNames ? finding.path("message").asString() : "",
                    seesNames ? finding.path("remedy").asString() : "",
                    Optional.ofNullable(answers.get(id))
                            .map(answer -> answered(answer, seesNames))
                            .orElse("")));
        }
        return items;
    }

    private static String answered(Answer answer, boolean seesNames) {
        return "Answered until " + answer.until() + (seesNames ? ": " + answer.reason() : "");
    }

    private static Branch withoutWords(Branch branch) {
        return new Branch(
                branch.label(),
                branch.words() ? LEFT_OUT : branch.value(),
                branch.words(),
                branch.how(),
                branch.records(),
                branch.from().stream().map(AccountView::withoutWords).toList());
    }
}
