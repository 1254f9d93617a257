package io.plumbline.assess;

import io.plumbline.assess.explanation.Explained;
import io.plumbline.assess.explanation.Explanation;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One account's verdict as a text for people: what would lift health most, and then every number as a tree down to the
 * records it comes from. A number that is used in several places is unfolded at the first.
 */
public final class ExplanationText {

    private static final int MOST_RECORDS = 5;
    private static final String STEP = "  ";

    private final Assessment assessment;
    private final Explanation explanation;
    private final Map<String, String> labels;
    private final StringBuilder text = new StringBuilder();

    private ExplanationText(ExplainedAssessment explained, Map<String, String> labels) {
        this.assessment = explained.assessment();
        this.explanation = explained.explanation();
        this.labels = labels;
    }

    /** @param labels what ids are called, {@link AssessmentModel#labels()} */
    public static String of(ExplainedAssessment explained, Map<String, String> labels) {
        ExplanationText tree = new ExplanationText(explained, labels);
        tree.lift();
        for (ExplanationTree.Branch top : ExplanationTree.of(explained, labels)) {
            tree.text.append('\n');
            tree.print(top, "");
        }
        return tree.text.toString();
    }

    /** Everything that costs health, with what to do about it where there is a finding. */
    private void lift() {
        Map<String, Explained> losses = explanation.grouped().getOrDefault("reasons", Map.of());
        text.append("What would lift health most\n");
        if (losses.isEmpty()) {
            text.append(STEP).append("Nothing that is known costs health.\n");
        }
        held();
        Comparator<Map.Entry<String, Explained>> byPoints =
                Comparator.comparingDouble(loss -> -number(loss.getValue().value()));
        Comparator<Map.Entry<String, Explained>> capsFirst =
                Comparator.comparing(loss -> !assessment.health().caps().contains(loss.getKey()));
        losses.entrySet().stream().sorted(capsFirst.thenComparing(byPoints)).forEach(loss -> {
            text.append(STEP)
                    .append(String.format(
                            Locale.ROOT,
                            "%5.1f points  ",
                            number(loss.getValue().value())))
                    .append(ExplanationTree.label(loss.getKey(), labels))
                    .append('\n');
            assessment.findings().stream()
                    .filter(finding -> finding.id().equals(loss.getKey()))
                    .findFirst()
                    .ifPresent(finding -> text.append(STEP.repeat(8))
                            .append(finding.message())
                            .append(" -> ")
                            .append(finding.remedy())
                            .append('\n'));
        });
    }

    /** While a cap holds health, what the measures would give is worth nothing. */
    private void held() {
        Explained health = explanation.single().get("health");
        Double uncapped = assessment.health().uncapped();
        if (health == null || uncapped == null || number(health.value()) >= uncapped) {
            return;
        }
        // The least is the cap that holds; what health would be without it is the least of the others.
        double without = health.from().stream()
                .mapToDouble(input -> number(input.value()))
                .sorted()
                .skip(1)
                .findFirst()
                .orElse(uncapped);
        text.append(STEP)
                .append("Health is held at ")
                .append(ExplanationTree.value(health.value()))
                .append(" by: ")
                .append(ExplanationTree.label(assessment.health().caps().getFirst(), labels))
                .append(". Nothing else lifts it before that is mended; without it health would be ")
                .append(ExplanationTree.value(without))
                .append(".\n");
    }

    private void print(ExplanationTree.Branch branch, String indent) {
        text.append(indent)
                .append(branch.label())
                .append(": ")
                .append(branch.value())
                .append(branch.how());
        if (!branch.records().isEmpty()) {
            int more = branch.records().size() - MOST_RECORDS;
            text.append(branch.records().stream().limit(MOST_RECORDS).collect(Collectors.joining(", ", " [", "")))
                    .append(more > 0 ? " and " + more + " more]" : "]");
        }
        text.append('\n');
        branch.from().forEach(input -> print(input, indent + STEP));
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : 0;
    }
}
