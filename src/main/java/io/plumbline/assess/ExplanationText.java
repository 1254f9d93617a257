package io.plumbline.assess;

import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Explained;
import io.plumbline.assess.explanation.Explanation;
import io.plumbline.config.policy.Curve;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One account's verdict as a text for people: what would lift health most, and then every number as a tree down to the
 * records it comes from. A number that is used in several places is unfolded at the first.
 */
public final class ExplanationText {

    private static final List<String> ROOTS = List.of(
            "health", "confidence", "currency", "thoroughness", "vetting", "execution", "roleCoverage", "attention");
    private static final int MOST_RECORDS = 5;
    private static final String STEP = "  ";

    private final Assessment assessment;
    private final Explanation explanation;
    private final Map<String, String> labels;
    private final Set<String> unfolded = new HashSet<>();
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
        for (String root : ROOTS) {
            Explained top = explained.explanation().single().get(root);
            if (top != null) {
                tree.text.append('\n');
                tree.node(label(root, labels), top, "", root);
            }
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
                    .append(label(loss.getKey(), labels))
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
                .append(value(health.value()))
                .append(" by: ")
                .append(label(assessment.health().caps().getFirst(), labels))
                .append(". Nothing else lifts it before that is mended; without it health would be ")
                .append(value(without))
                .append(".\n");
    }

    private void node(String name, Explained explained, String indent, String path) {
        Explained shown = explained;
        String where = path;
        if (explained.at() != null) {
            where = explained.at();
            shown = Objects.requireNonNullElse(at(where), explained);
        }
        text.append(indent).append(name).append(": ").append(value(explained.value()));
        if (explained.weight() != null) {
            text.append(", weighs ").append(value(explained.weight()));
        }
        if (explained.at() != null && !unfolded.add(where)) {
            text.append(" (see above)\n");
            return;
        }
        unfolded.add(where);
        text.append(how(shown)).append(records(shown)).append('\n');
        for (Explained input : shown.from()) {
            node(label(input.name(), labels), input, indent + STEP, where + "/" + input.name());
        }
    }

    private @Nullable Explained at(String path) {
        Explained alone = explanation.single().get(path);
        int dot = path.indexOf('.');
        return alone != null || dot < 0
                ? alone
                : explanation
                        .grouped()
                        .getOrDefault(path.substring(0, dot), Map.of())
                        .get(path.substring(dot + 1));
    }

    private static String how(Explained explained) {
        if (explained.how() == Combination.GIVEN || explained.how() == Combination.SEE) {
            return "";
        }
        if (explained.how() == Combination.CURVE) {
            return ", by the curve through "
                    + explained.segment().stream().map(ExplanationText::point).collect(Collectors.joining(" and "));
        }
        return explained.from().isEmpty() && explained.how() != Combination.UNKNOWN
                ? ""
                : ", " + words(explained.how());
    }

    private static String words(Combination how) {
        return switch (how) {
            case GIVEN, SEE, CURVE -> "";
            case COUNT -> "the number of its records";
            case SUM -> "the sum of";
            case PRODUCT -> "the product of";
            case QUOTIENT -> "the first divided by the second";
            case DIFFERENCE -> "the first less the second";
            case LEAST -> "the least of";
            case GREATEST -> "the greatest of";
            case MEAN -> "the mean of what is known, by weight";
            case MEDIAN -> "the one in the middle of";
            case DECAYED -> "the first, halved once for each time the third goes into the second";
            case CONCENTRATION -> "the sum of the squared shares of";
            case PERCENT -> "a hundred times";
            case TAKEN -> "from";
            case ROUNDED -> "rounded to a whole number";
            case ROUNDED_DOWN -> "rounded down";
            case AT_LEAST -> "whether the first of the last two is at least the last";
            case ABOVE -> "whether the first of the last two is above the last";
            case AT_MOST -> "whether the first of the last two is at most the last";
            case BELOW -> "whether the first of the last two is below the last";
            case ALL -> "whether all hold";
            case FIRST -> "the first that holds";
            case WORST -> "the worst of";
            case UNKNOWN -> "cannot be told";
        };
    }

    private static String point(Curve.Point point) {
        return "(" + value(point.x()) + " gives " + value(point.y()) + ")";
    }

    private static String records(Explained explained) {
        List<String> ids = new ArrayList<>();
        explained.records().stream().filter(Objects::nonNull).forEach(ids::add);
        if (ids.isEmpty()) {
            return "";
        }
        String more = ids.size() > MOST_RECORDS ? " and " + (ids.size() - MOST_RECORDS) + " more" : "";
        return " [" + ids.stream().limit(MOST_RECORDS).collect(Collectors.joining(", ")) + more + "]";
    }

    private static String value(@Nullable Object value) {
        return switch (value) {
            case null -> "not known";
            case Boolean truth -> truth ? "yes" : "no";
            case Double number ->
                BigDecimal.valueOf(number)
                        .setScale(2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
            default -> value.toString();
        };
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : 0;
    }

    private static String label(String id, Map<String, String> labels) {
        String label = labels.get(id);
        return label != null ? label : id;
    }
}
