package io.plumbline.config.policy;

import io.plumbline.config.yaml.NearestWord;
import io.plumbline.config.yaml.YamlMap;
import io.plumbline.config.yaml.YamlValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The part of {@code assessment.yaml} about relationship health. */
final class HealthPolicyLoader {

    private final Set<String> measuresSeen = new HashSet<>();
    private final Map<String, YamlValue> ownMeasures = new LinkedHashMap<>();

    private HealthPolicyLoader() {}

    static HealthPolicy health(YamlMap health) {
        HealthPolicyLoader loader = new HealthPolicyLoader();
        List<HealthPolicy.Dimension> dimensions = new ArrayList<>();
        health.map("dimensions").entries().forEach((id, value) -> dimensions.add(loader.dimension(id, value.map())));
        loader.refuseSlips();
        HealthPolicy policy = new HealthPolicy(
                PolicyReader.number(health, RuleKey.score("green")),
                PolicyReader.number(health, RuleKey.score("red")),
                PolicyReader.number(health, RuleKey.score("hysteresis")),
                PolicyReader.number(health, RuleKey.score("minConfidence")),
                PolicyReader.number(health, RuleKey.score("trendPoints")),
                dimensions,
                caps(health.map("caps")));
        health.refuseUnknownKeys();
        return policy;
    }

    private HealthPolicy.Dimension dimension(String id, YamlMap map) {
        List<HealthPolicy.Measure> measures = new ArrayList<>();
        map.map("measures").entries().forEach((measureId, value) -> {
            HealthPolicy.Measure measure = measure(measureId, value);
            if (measure != null) {
                measures.add(measure);
            }
        });
        String side = map.oneOf("side", List.of("retention", "growth"));
        HealthPolicy.Dimension dimension = new HealthPolicy.Dimension(
                id, PolicyReader.weight(map), HealthPolicy.Side.valueOf(side.toUpperCase(Locale.ROOT)), measures);
        map.refuseUnknownKeys();
        return dimension;
    }

    private HealthPolicy.@Nullable Measure measure(String id, YamlValue value) {
        if (!measuresSeen.add(id)) {
            value.problem("names the measure '" + id + "' a second time; keep one of them");
        }
        HealthMeasure known = Arrays.stream(HealthMeasure.values())
                .filter(measure -> measure.id().equals(id))
                .findAny()
                .orElse(null);
        YamlMap map = value.map();
        HealthPolicy.FactSource fact = fact(map);
        if (known == null && fact != null) {
            ownMeasures.put(id, value);
        }
        if (known == null && fact == null) {
            value.problem("is no measure of the model"
                    + NearestWord.suggestion(id, ids())
                    + "; a measure of your own takes its number from a 'fact'");
            return null;
        }
        boolean curve = fact != null || known == null || known.hasCurve();
        HealthPolicy.Measure measure = new HealthPolicy.Measure(
                id,
                known,
                PolicyReader.weight(map),
                PolicyReader.tiers(map),
                curve ? PolicyReader.curve(map) : null,
                fact,
                known == null ? new RuleNumbers(Map.of()) : PolicyReader.numbers(map, keys(known, fact, map)));
        map.refuseUnknownKeys();
        return measure;
    }

    /** A measure of one's own that is called almost as one of the model that is not there was meant to be that one. */
    private void refuseSlips() {
        List<String> absent =
                ids().stream().filter(id -> !measuresSeen.contains(id)).toList();
        ownMeasures.forEach((id, value) -> NearestWord.slipOf(id, absent)
                .ifPresent(meant -> value.problem("is no measure of the model; did you mean '" + meant
                        + "'? Else give yours a name that differs by more than a letter")));
    }

    private static List<String> ids() {
        return Arrays.stream(HealthMeasure.values()).map(HealthMeasure::id).toList();
    }

    /** A fact replaces the definition of a measure: the numbers of that definition may stay, but need not. */
    private static List<RuleKey> keys(HealthMeasure known, HealthPolicy.@Nullable FactSource fact, YamlMap map) {
        return fact == null
                ? known.keys()
                : known.keys().stream().filter(key -> map.has(key.name())).toList();
    }

    private static HealthPolicy.@Nullable FactSource fact(YamlMap map) {
        if (!map.has("fact")) {
            return null;
        }
        return new HealthPolicy.FactSource(
                map.text("fact"), map.has("maxAgeDays") ? PolicyReader.days(map, "maxAgeDays") : null);
    }

    private static List<HealthPolicy.Cap> caps(YamlMap caps) {
        List<HealthPolicy.Cap> read = new ArrayList<>();
        caps.entries().forEach((id, value) -> {
            HealthCap known = Arrays.stream(HealthCap.values())
                    .filter(cap -> cap.id().equals(id))
                    .findAny()
                    .orElse(null);
            if (known == null) {
                List<String> ids =
                        Arrays.stream(HealthCap.values()).map(HealthCap::id).toList();
                value.problem("is unknown" + NearestWord.suggestion(id, ids));
                return;
            }
            YamlMap map = value.map();
            read.add(new HealthPolicy.Cap(
                    known,
                    PolicyReader.number(map, RuleKey.score("max")),
                    known.hasTiers() ? PolicyReader.requiredTiers(map) : PolicyReader.ALL_TIERS,
                    PolicyReader.numbers(map, known.keys())));
            map.refuseUnknownKeys();
        });
        return read;
    }
}
