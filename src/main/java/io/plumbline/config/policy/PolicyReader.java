package io.plumbline.config.policy;

import io.plumbline.config.yaml.YamlMap;
import io.plumbline.config.yaml.YamlValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads the kinds of values that the assessment policy is made of. */
final class PolicyReader {

    static final Set<Integer> ALL_TIERS = Collections.unmodifiableSet(new LinkedHashSet<>(List.of(1, 2, 3)));

    private static final int UNICODE_FLAGS =
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private PolicyReader() {}

    static double weight(YamlMap map) {
        return map.number("weight", 0, RuleKey.NO_LIMIT);
    }

    static double number(YamlMap map, RuleKey key) {
        return map.number(key.name(), key.min(), key.max());
    }

    static ByTier<Double> days(YamlMap map, String key) {
        return daysAbove(map, key, 0);
    }

    /** Days that something is divided by. */
    static ByTier<Double> daysAboveZero(YamlMap map, String key) {
        return daysAbove(map, key, RuleKey.ABOVE_ZERO);
    }

    private static ByTier<Double> daysAbove(YamlMap map, String key, double min) {
        return byTier(map.get(key), value -> value.number(min, RuleKey.NO_LIMIT));
    }

    /** The numbers of a rule; those by tier are the ones counted in days. */
    static RuleNumbers numbers(YamlMap map, List<RuleKey> keys) {
        Map<String, ByTier<Double>> numbers = new LinkedHashMap<>();
        for (RuleKey key : keys) {
            YamlValue given = map.get(key.name());
            numbers.put(
                    key.name(),
                    key.days()
                            ? byTier(given, value -> value.number(key.min(), key.max()))
                            : ByTier.same(given.number(key.min(), key.max())));
        }
        return new RuleNumbers(numbers);
    }

    static ByTier<Curve> curve(YamlMap map) {
        return byTier(map.get("curve"), PolicyReader::curve);
    }

    /** The tiers a measure is for; all of them when it does not say. */
    static Set<Integer> tiers(YamlMap map) {
        return map.has("tiers") ? requiredTiers(map) : ALL_TIERS;
    }

    static Set<Integer> requiredTiers(YamlMap map) {
        Set<Integer> tiers = new LinkedHashSet<>();
        List<YamlValue> given = map.list("tiers");
        given.forEach(tier -> tiers.add(tier.integer(1, 3)));
        if (given.isEmpty() && map.has("tiers")) {
            map.problem("tiers", "names no tier; name at least one of 1, 2, 3, or leave the key out");
        }
        return tiers;
    }

    static List<Pattern> patterns(YamlMap map, String key) {
        List<Pattern> patterns = new ArrayList<>();
        for (YamlValue value : map.list(key)) {
            try {
                Pattern pattern = Pattern.compile(value.text(), UNICODE_FLAGS);
                patterns.add(pattern);
                if (NestedRepetition.isIn(value.text())) {
                    value.problem(
                            "repeats what already repeats, which can take for ever on a title that almost matches;"
                                    + " write (a+)+ as a+");
                } else {
                    BacktrackingProbe.endless(pattern)
                            .ifPresent(text -> value.problem("takes for ever on a title such as '" + text
                                    + "...'; let one repetition not take the letters of the next"));
                }
            } catch (PatternSyntaxException e) {
                value.problem("is no regular expression: " + e.getDescription() + " in " + e.getPattern());
            }
        }
        return patterns;
    }

    private static <T> ByTier<T> byTier(YamlValue value, Function<YamlValue, T> reader) {
        if (!value.isMap()) {
            return ByTier.same(reader.apply(value));
        }
        YamlMap tiers = value.map();
        ByTier<T> read =
                new ByTier<>(reader.apply(tiers.get("1")), reader.apply(tiers.get("2")), reader.apply(tiers.get("3")));
        tiers.refuseUnknownKeys();
        return read;
    }

    private static Curve curve(YamlValue value) {
        List<Curve.Point> points = new ArrayList<>();
        List<YamlValue> given = value.list();
        for (YamlValue point : given) {
            Curve.Point next = point(point);
            if (next == null) {
                continue;
            }
            if (!points.isEmpty() && points.getLast().x() >= next.x()) {
                point.problem("breaks the curve: each x must be greater than the one before");
            } else {
                points.add(next);
            }
        }
        if (given.isEmpty() && value.isList()) {
            value.problem("has no points; a curve is a list of [x, y]");
        }
        return new Curve(points.isEmpty() ? List.of(new Curve.Point(0, 0)) : points);
    }

    private static Curve.@Nullable Point point(YamlValue value) {
        List<YamlValue> pair = value.list();
        if (pair.size() != 2) {
            if (value.isList()) {
                value.problem("is to be a point [x, y]");
            }
            return null;
        }
        return new Curve.Point(
                pair.get(0).number(-Double.MAX_VALUE, Double.MAX_VALUE),
                pair.get(1).number(0, 100));
    }
}
