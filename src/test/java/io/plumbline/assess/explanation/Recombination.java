package io.plumbline.assess.explanation;

import io.plumbline.assess.CheckVerdict;
import io.plumbline.assess.ClockVerdict;
import io.plumbline.assess.account.Comparison;
import io.plumbline.config.policy.Curve;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Computes every node of an explanation again from its inputs, by what {@link Combination} says and nothing else, and tells
 * where something else comes out.
 */
public final class Recombination {

    private static final double TOLERANCE = 1e-9;

    private final Explanation explanation;
    private final List<String> differences = new ArrayList<>();

    private Recombination(Explanation explanation) {
        this.explanation = explanation;
    }

    /** Each node that is not what its inputs make, by its path. */
    public static List<String> differences(Explanation explanation) {
        Recombination recombination = new Recombination(explanation);
        explanation.single().forEach(recombination::check);
        explanation
                .grouped()
                .forEach((group, members) ->
                        members.forEach((id, explained) -> recombination.check(group + "." + id, explained)));
        return recombination.differences;
    }

    /** The node at a path such as {@code health} or {@code measures.rhythm.recency}; null when there is none. */
    public static @Nullable Explained at(Explanation explanation, String path) {
        Explained single = explanation.single().get(path);
        if (single != null) {
            return single;
        }
        int dot = path.indexOf('.');
        return dot < 0
                ? null
                : explanation
                        .grouped()
                        .getOrDefault(path.substring(0, dot), Map.of())
                        .get(path.substring(dot + 1));
    }

    private void check(String path, Explained explained) {
        explained.from().forEach(input -> check(path + " > " + input.name(), input));
        Object again = again(explained);
        if (!same(explained.value(), again)) {
            differences.add(path + " is " + explained.value() + ", but " + explained.how() + " of "
                    + explained.from().stream()
                            .map(input -> input.name() + "=" + input.value())
                            .toList() + " is " + again);
        }
    }

    private @Nullable Object again(Explained node) {
        List<Explained> from = node.from();
        return switch (node.how()) {
            case GIVEN -> node.value();
            case UNKNOWN -> node.value() == CheckVerdict.UNKNOWN ? CheckVerdict.UNKNOWN : null;
            case COUNT -> (double) node.records().size();
            case SEE -> {
                Explained target = at(explanation, Objects.requireNonNull(node.at()));
                if (target == null) {
                    differences.add(node.at() + " is pointed to, but not there");
                    yield "nothing";
                }
                yield target.value();
            }
            case SUM -> numbers(from).stream().mapToDouble(Double::doubleValue).sum();
            case PRODUCT -> numbers(from).stream().reduce(1.0, (one, other) -> one * other);
            case QUOTIENT -> number(from.get(0)) / number(from.get(1));
            case DIFFERENCE -> number(from.get(0)) - number(from.get(1));
            case LEAST -> numbers(from).stream().min(Double::compare).orElseThrow();
            case GREATEST -> numbers(from).stream().max(Double::compare).orElseThrow();
            case MEAN -> mean(from);
            case MEDIAN -> {
                List<Double> sorted = numbers(from).stream().sorted().toList();
                yield (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
            }
            case DECAYED -> number(from.get(0)) * Math.pow(0.5, number(from.get(1)) / number(from.get(2)));
            case CONCENTRATION -> {
                double total =
                        numbers(from).stream().mapToDouble(Double::doubleValue).sum();
                yield numbers(from).stream()
                        .mapToDouble(number -> number / total * number / total)
                        .sum();
            }
            case CURVE -> line(node.segment(), number(from.getLast()));
            case PERCENT -> 100 * number(from.getLast());
            case TAKEN -> from.getLast().value();
            case ROUNDED ->
                BigDecimal.valueOf(number(from.getLast()))
                        .setScale(0, RoundingMode.HALF_UP)
                        .doubleValue();
            case ROUNDED_DOWN -> Math.floor(number(from.getLast()));
            case AT_LEAST -> comparison(from) >= 0;
            case ABOVE -> comparison(from) > 0;
            case AT_MOST -> comparison(from) <= 0;
            case BELOW -> comparison(from) < 0;
            case ALL -> {
                boolean all = from.stream().noneMatch(input -> Boolean.FALSE.equals(input.value()));
                yield node.value() instanceof Boolean ? (Object) all : all ? "PASS" : "FAIL";
            }
            case FIRST ->
                from.stream()
                        .filter(input -> Boolean.TRUE.equals(input.value()))
                        .findFirst()
                        .orElseThrow()
                        .name();
            case WORST ->
                from.stream()
                        .map(input -> ClockVerdict.valueOf(String.valueOf(input.value())))
                        .max(ClockVerdict::compareTo)
                        .orElseThrow();
        };
    }

    private @Nullable Double mean(List<Explained> from) {
        double sum = 0;
        double weights = 0;
        for (Explained member : from) {
            Double known = known(member);
            if (known != null) {
                double weight = Objects.requireNonNull(member.weight(), member.name() + " has no weight");
                sum += weight * known;
                weights += weight;
            }
        }
        return weights == 0 ? null : (Double) (sum / weights);
    }

    private static double line(List<Curve.Point> segment, double x) {
        Curve.Point first = segment.getFirst();
        Curve.Point last = segment.getLast();
        if (first.equals(last)) {
            return first.y();
        }
        if (x < first.x() || x > last.x()) {
            throw new AssertionError(x + " does not lie in " + segment);
        }
        return first.y() + (last.y() - first.y()) * (x - first.x()) / (last.x() - first.x());
    }

    private static int comparison(List<Explained> from) {
        return Comparison.compare(number(from.get(from.size() - 2)), number(from.getLast()));
    }

    private static List<Double> numbers(List<Explained> from) {
        return from.stream().map(Recombination::known).filter(Objects::nonNull).toList();
    }

    private static double number(Explained node) {
        return Objects.requireNonNull(known(node), () -> node.name() + " is no number, but " + node.value());
    }

    private static @Nullable Double known(Explained node) {
        return switch (String.valueOf(node.value())) {
            case "PASS" -> 100.0;
            case "FAIL" -> 0.0;
            default -> node.value() instanceof Number number ? (Double) number.doubleValue() : null;
        };
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number number && other instanceof Number again) {
            double size = Math.max(1, Math.abs(number.doubleValue()));
            return Math.abs(number.doubleValue() - again.doubleValue()) <= TOLERANCE * size;
        }
        return Objects.equals(String.valueOf(one), String.valueOf(other));
    }
}
