package io.plumbline.assess.account;

import io.plumbline.assess.Evidence;
import io.plumbline.config.policy.Severity;
import io.plumbline.config.policy.Theme;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A finding before it is put into words.
 *
 * @param variant which of the sentences of this id fits, empty for the ordinary one
 * @param extras values for the sentence that are no evidence, such as names
 */
public record Observation(
        String id,
        Theme theme,
        Severity severity,
        Evidence evidence,
        String variant,
        Map<String, @Nullable Object> extras) {

    /** The variant of a measure that the administrator defined by a fact of their own. */
    public static final String OWN_FACT = "own-fact";

    public static Observation of(String id, Theme theme, Severity severity, Evidence evidence) {
        return new Observation(id, theme, severity, evidence, "", Map.of());
    }

    public Observation variant(String chosen) {
        return new Observation(id, theme, severity, evidence, chosen, extras);
    }

    public Observation saying(String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(extras);
        more.put(name, value);
        return new Observation(id, theme, severity, evidence, variant, more);
    }
}
