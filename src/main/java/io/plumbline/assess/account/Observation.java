package io.plumbline.assess.account;

import io.plumbline.assess.Evidence;
import io.plumbline.config.policy.Severity;
import io.plumbline.config.policy.Theme;
import org.jspecify.annotations.Nullable;

/**
 * A finding before it is put into words.
 *
 * @param variant which of the sentences of this id fits, empty for the ordinary one
 * @param extras values for the sentence that are no part of the finding, such as names
 */
public record Observation(
        String id, Theme theme, Severity severity, Evidence evidence, String variant, Evidence extras) {

    /** The variant of a measure that the administrator defined by a fact of their own. */
    public static final String OWN_FACT = "own-fact";

    public static Observation of(String id, Theme theme, Severity severity, Evidence evidence) {
        return of(id, theme, severity, "", evidence);
    }

    public static Observation of(String id, Theme theme, Severity severity, String variant, Evidence evidence) {
        return new Observation(id, theme, severity, evidence, variant, Evidence.none());
    }

    public Observation variant(String chosen) {
        return new Observation(id, theme, severity, evidence, chosen, extras);
    }

    public Observation saying(String name, @Nullable Object value) {
        return new Observation(id, theme, severity, evidence, variant, extras.with(name, value));
    }

    /** The same, with these values for the sentence. */
    public Observation saying(Evidence values) {
        return new Observation(id, theme, severity, evidence, variant, values);
    }

    /** What a sentence says of this name; null when nothing. */
    public @Nullable Object value(String name) {
        return extras.has(name) ? extras.get(name) : evidence.get(name);
    }
}
