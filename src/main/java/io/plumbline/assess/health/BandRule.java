package io.plumbline.assess.health;

import io.plumbline.assess.Band;
import io.plumbline.assess.account.Comparison;
import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Trace;
import io.plumbline.config.policy.HealthPolicy;
import org.jspecify.annotations.Nullable;

/** The band of a score, which leaves a threshold only when it passes it clearly (model section 5, band). */
final class BandRule {

    private final HealthPolicy policy;
    private final Trace trace;

    BandRule(HealthPolicy policy, Trace trace) {
        this.policy = policy;
        this.trace = trace;
    }

    Band of(@Nullable Double health, boolean captures, double confidence, @Nullable Band previous) {
        int mark = trace.mark();
        trace.given("previous band", previous);
        Band band = judge(health, captures, confidence, previous);
        trace.given(band.name(), true);
        trace.file(mark, Combination.FIRST, "band", band);
        return band;
    }

    private Band judge(@Nullable Double health, boolean captures, double confidence, @Nullable Band previous) {
        if (health == null || !captures || isDoubtful(confidence)) {
            trace.see("health", "health", health);
            trace.given("activityCapture", captures ? "true" : "false");
            return Band.INSUFFICIENT;
        }
        boolean judged = previous != null && previous != Band.INSUFFICIENT;
        if (!stands(health, policy.red(), judged, previous != Band.RED, Band.RED)) {
            return Band.RED;
        }
        return stands(health, policy.green(), judged, previous == Band.GREEN, Band.AMBER) ? Band.GREEN : Band.AMBER;
    }

    private boolean isDoubtful(double confidence) {
        boolean doubtful = Comparison.below(confidence, policy.minConfidence());
        int mark = trace.mark();
        trace.see("confidence", "confidence", confidence);
        trace.given("minConfidence", policy.minConfidence());
        trace.fold(mark, Combination.BELOW, Band.INSUFFICIENT.name(), doubtful);
        return doubtful;
    }

    /** Whether health is on the upper side of a threshold, given on which side it was, if it was judged. */
    private boolean stands(double health, double threshold, boolean judged, boolean stood, Band otherwise) {
        double hysteresis = !judged ? 0 : stood ? -policy.hysteresis() : policy.hysteresis();
        double line = threshold + hysteresis;
        boolean leaves = judged && stood ? Comparison.atMost(health, line) : Comparison.below(health, line);
        int mark = trace.mark();
        trace.see("health", "health", health);
        int sum = trace.mark();
        trace.given("threshold", threshold);
        trace.given("hysteresis", hysteresis);
        trace.fold(sum, Combination.SUM, "line", line);
        trace.fold(mark, judged && stood ? Combination.AT_MOST : Combination.BELOW, otherwise.name(), leaves);
        return !leaves;
    }
}
