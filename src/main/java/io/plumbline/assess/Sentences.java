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
    private static final String ORDINARY = "";

    /**
     * By id and then by variant, for each place where the one may end, so that nobody has to put keys together; keys are
     * interned, as ids are, so that most comparisons take one look.
     */
    private final Map<String, Map<String, Template>> byId = new HashMap<>();

    void put(String name, Template sentence) {
        put(name, ORDINARY, sentence);
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            put(name.substring(0, dot), name.substring(dot + 1), sentence);
        }
    }

    private void put(String id, String variant, Template sentence) {
        byId.computeIfAbsent(id.intern(), newId -> new HashMap<>()).put(variant.intern(), sentence);
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

    private @Nullable Template about(String id, String variant) {
        Map<String, Template> variants = byId.get(id);
        if (variants == null) {
            return null;
        }
        Template special = variants.get(variant);
        return special != null ? special : variants.get(ORDINARY);
    }

    private static String general(Observation observation) {
        return switch (observation.theme()) {
            case THOROUGHNESS -> "section.other";
            case ROLES -> "role.other";
            case CURRENCY, VETTING, EXECUTION, RELATIONSHIP -> "measure.other";
        };
    }
}
