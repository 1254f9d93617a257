package io.plumbline.assess.health;

import io.plumbline.assess.Band;
import io.plumbline.assess.account.Comparison;
import io.plumbline.config.policy.HealthPolicy;
import org.jspecify.annotations.Nullable;

/** The band of a score, which leaves a threshold only when it passes it clearly (model section 5, band). */
final class BandRule {

    private final HealthPolicy policy;

    BandRule(HealthPolicy policy) {
        this.policy = policy;
    }

    Band of(@Nullable Double health, boolean captures, double confidence, @Nullable Band previous) {
        if (health == null || !captures || Comparison.below(confidence, policy.minConfidence())) {
            return Band.INSUFFICIENT;
        }
        boolean judged = previous != null && previous != Band.INSUFFICIENT;
        if (!stands(health, policy.red(), judged, previous != Band.RED)) {
            return Band.RED;
        }
        return stands(health, policy.green(), judged, previous == Band.GREEN) ? Band.GREEN : Band.AMBER;
    }

    /** Whether health is on the upper side of a threshold, given on which side it was, if it was judged. */
    private boolean stands(double health, double threshold, boolean judged, boolean stood) {
        if (!judged) {
            return Comparison.atLeast(health, threshold);
        }
        return stood
                ? Comparison.above(health, threshold - policy.hysteresis())
                : Comparison.atLeast(health, threshold + policy.hysteresis());
    }
}
