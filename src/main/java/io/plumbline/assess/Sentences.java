package io.plumbline.assess;

import io.plumbline.assess.account.Observation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All messages, or all remedies, by what they are about. */
final class Sentences {

    /** What a measure or a check comes to, by the names under which it says so. */
    private static final List<String> COUNTED = List.of("x", "share");

    private static final String ZERO = "zero";

    /** By id, or by id, dot and variant. */
    private final Map<String, Template> all = new HashMap<>();

    /** The same by id and then by variant, for each place where the one may end, so that nobody has to put keys together. */
    private final Map<String, Map<String, Template>> variants = new HashMap<>();

    void put(String name, Template sentence) {
        all.put(name, sentence);
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            variants.computeIfAbsent(name.substring(0, dot), id -> new HashMap<>())
                    .put(name.substring(dot + 1), sentence);
        }
    }

    /**
     * The sentence that fits best: of its own and for its variant, of its own, then the general ones.
     *
     * @throws IllegalStateException when there is none, not even a general one
     */
    Template about(Observation observation) {
        boolean hasOwn = !observation.variant().equals(Observation.OWN_FACT);
        Template own = hasOwn ? about(observation.id(), variant(observation)) : null;
        Template sentence = own != null ? own : about(general(observation), observation.variant());
        if (sentence == null) {
            throw new IllegalStateException("No message or no remedy for " + observation.id());
        }
        return sentence;
    }

    /** Where nothing at all was seen people do not count: "nobody" reads better than "0 people". */
    private static String variant(Observation observation) {
        boolean isNothing = observation.variant().isEmpty()
                && COUNTED.stream()
                        .map(observation::value)
                        .anyMatch(value -> value instanceof Number number && number.doubleValue() == 0);
        return isNothing ? ZERO : observation.variant();
    }

    private @Nullable Template about(String id, String variant) {
        if (!variant.isEmpty()) {
            Template special = variants.getOrDefault(id, Map.of()).get(variant);
            if (special != null) {
                return special;
            }
        }
        return all.get(id);
    }

    private static String general(Observation observation) {
        return switch (observation.theme()) {
            case THOROUGHNESS -> "section.other";
            case ROLES -> "role.other";
            case CURRENCY, VETTING, EXECUTION, RELATIONSHIP -> "measure.other";
        };
    }
}
