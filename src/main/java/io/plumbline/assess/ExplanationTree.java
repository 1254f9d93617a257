package io.plumbline.assess;

import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Explained;
import io.plumbline.assess.explanation.Explanation;
import io.plumbline.config.policy.Curve;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every number of one verdict as a tree down to the records it comes from, in words. A number that is used in several
 * places is unfolded at the first.
 */
public final class ExplanationTree {

    private static final List<String> ROOTS = List.of(
            "health", "confidence", "currency", "thoroughness", "vetting", "execution", "roleCoverage", "attention");

    private final Explanation explanation;
    private final Map<String, String> labels;
    private final Set<String> unfolded = new HashSet<>();

    private ExplanationTree(Explanation explanation, Map<String, String> labels) {
        this.explanation = explanation;
        this.labels = labels;
    }

    /**
     * One value and what it follows from.
     *
     * @param words whether the value is a text of the org, which may name somebody
     * @param how with what weight it counts and how it follows, to be read right after the value; empty where it is given
     * @param records Ids of the records that it comes from
     * @param from what it follows from; empty as well where it was unfolded before
     */
    public record Branch(
            String label, String value, boolean words, String how, List<String> records, List<Branch> from) {

        public Branch {
            records = List.copyOf(records);
            from = List.copyOf(from);
        }
    }

    /** @param labels what ids are called, {@link AssessmentModel#labels()} */
    public static List<Branch> of(ExplainedAssessment explained, Map<String, String> labels) {
        ExplanationTree tree = new ExplanationTree(explained.explanation(), labels);
        List<Branch> branches = new ArrayList<>();
        for (String root : ROOTS) {
            Explained top = explained.explanation().single().get(root);
            if (top != null) {
                branches.add(tree.branch(label(root, labels), top, root));
            }
        }
        return branches;
    }

    private Branch branch(String name, Explained explained, String path) {
        Explained shown = explained;
        String where = path;
        if (explained.at() != null) {
            where = explained.at();
            shown = Objects.requireNonNullElse(at(where), explained);
        }
        String weight = explained.weight() == null ? "" : ", weighs " + value(explained.weight());
        boolean words = explained.value() instanceof String;
        boolean again = !unfolded.add(where) && explained.at() != null;
        if (again) {
            return new Branch(name, value(explained.value()), words, weight + " (see above)", List.of(), List.of());
        }
        List<Branch> from = new ArrayList<>();
        for (Explained input : shown.from()) {
            from.add(branch(label(input.name(), labels), input, where + "/" + input.name()));
        }
        return new Branch(name, value(explained.value()), words, weight + how(shown), records(shown), from);
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
                    + explained.segment().stream().map(ExplanationTree::point).collect(Collectors.joining(" and "));
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

    private static List<String> records(Explained explained) {
        List<String> ids = new ArrayList<>();
        explained.records().stream().filter(Objects::nonNull).forEach(ids::add);
        return ids;
    }

    static String value(@Nullable Object value) {
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

    static String label(String id, Map<String, String> labels) {
        String label = labels.get(id);
        return label != null ? label : id;
    }
}
