package io.plumbline.assess;

import io.plumbline.assess.account.Observation;
import io.plumbline.dossier.CompactMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All messages, or all remedies, by what they are about. */
final class Sentences {

    /** What a measure or a check comes to, by the names under which it says so. */
    private static final List<String> COUNTED = List.of("x", "share");

    private static final String ZERO = "zero";
    private static final String ORDINARY = "";

    /** By id and then by variant, for each place where the one may end, so that nobody has to put keys together. */
    private final Map<String, Map<String, Template>> byId = new LinkedHashMap<>();

    void put(String name, Template sentence) {
        put(name, ORDINARY, sentence);
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            put(name.substring(0, dot), name.substring(dot + 1), sentence);
        }
    }

    /** Variants are interned, as those of observations are, so that most comparisons take one look. */
    private void put(String id, String variant, Template sentence) {
        byId.computeIfAbsent(id, newId -> new LinkedHashMap<>()).put(variant.intern(), sentence);
    }

    /** The ids of all that something is said about. */
    Set<String> ids() {
        return byId.keySet();
    }

    /** What is said about one of them, by variant; empty when nothing is. */
    Map<String, Template> variants(String id) {
        return CompactMap.copyOf(byId.getOrDefault(id, Map.of()));
    }

    /**
     * The sentence that fits best: of its own and for its variant, of its own, then the general ones.
     *
     * @param variant see {@link #variant}
     * @param own {@link #variants} of what was observed
     * @throws IllegalStateException when there is none, not even a general one
     */
    Template about(Observation observation, String variant, Map<String, Template> own) {
        boolean hasOwn = !observation.variant().equals(Observation.OWN_FACT);
        Template sentence = hasOwn ? best(own, variant) : null;
        if (sentence == null) {
            sentence = best(byId.getOrDefault(general(observation), Map.of()), observation.variant());
        }
        if (sentence == null) {
            throw new IllegalStateException("No message or no remedy for " + observation.id());
        }
        return sentence;
    }

    private static @Nullable Template best(Map<String, Template> variants, String variant) {
        Template special = variants.get(variant);
        return special != null ? special : variants.get(ORDINARY);
    }

    /** Where nothing at all was seen people do not count: "nobody" reads better than "0 people". */
    static String variant(Observation observation) {
        if (!observation.variant().isEmpty()) {
            return observation.variant();
        }
        for (String name : COUNTED) {
            if (observation.value(name) instanceof Number number && number.doubleValue() == 0) {
                return ZERO;
            }
        }
        return ORDINARY;
    }

    private static String general(Observation observation) {
        return switch (observation.theme()) {
            case THOROUGHNESS -> "section.other";
            case ROLES -> "role.other";
            case CURRENCY, VETTING, EXECUTION, RELATIONSHIP -> "measure.other";
        };
    }
}
