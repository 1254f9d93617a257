package io.plumbline.config.policy;

import java.util.Map;

/** The numbers of one check, measure or cap besides weight and curve, by their key in the YAML. */
public record RuleNumbers(Map<String, ByTier<Double>> byKey) {

    public RuleNumbers {
        byKey = Map.copyOf(byKey);
    }

    /** @throws IllegalArgumentException when the rule has no such number, which the loader rules out */
    public double get(String key, int tier) {
        ByTier<Double> number = byKey.get(key);
        if (number == null) {
            throw new IllegalArgumentException("This rule has no number '" + key + "'");
        }
        return number.get(tier);
    }

    public boolean has(String key) {
        return byKey.containsKey(key);
    }
}
