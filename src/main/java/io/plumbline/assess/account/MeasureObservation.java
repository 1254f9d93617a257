package io.plumbline.assess.account;

import io.plumbline.assess.Evidence;
import io.plumbline.config.policy.FindingPolicy;
import io.plumbline.config.policy.Severity;
import io.plumbline.config.policy.Theme;
import org.jspecify.annotations.Nullable;

/** When the score of a measure is worth a finding (model section 6). */
public final class MeasureObservation {

    private MeasureObservation() {}

    /** Null when the score is unknown or good enough. */
    public static @Nullable Observation of(
            String id, Theme theme, @Nullable Double score, Reading reading, FindingPolicy policy) {
        if (score == null || !Comparison.below(score, policy.warn())) {
            return null;
        }
        Severity severity = Comparison.below(score, policy.critical()) ? Severity.CRITICAL : Severity.WARNING;
        Double x = reading.x();
        Evidence evidence = Evidence.none().with("score", score).with("x", x);
        return Observation.of(id, theme, severity, x == null ? "none" : "", evidence);
    }
}
