package io.plumbline.assess.health;

import io.plumbline.assess.Band;
import io.plumbline.assess.WrittenNumber;
import io.plumbline.assess.account.Comparison;
import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Trace;
import io.plumbline.config.policy.HealthPolicy;
import org.jspecify.annotations.Nullable;

/** The whole number that the CRM gets; it never stands on a threshold that the band has not reached (model section 0). */
final class WrittenHealth {

    private WrittenHealth() {}

    static @Nullable Integer of(@Nullable Double health, Band band, HealthPolicy policy, Trace trace) {
        int mark = trace.mark();
        trace.given("green", policy.green());
        trace.given("red", policy.red());
        trace.see("band", "band", band);
        trace.see("health", "health", health);
        if (health == null) {
            trace.file(mark, Combination.UNKNOWN, "writtenHealth", null);
            return null;
        }
        int rounded = WrittenNumber.integer(health);
        boolean lifted = switch (band) {
            case AMBER -> lifts(health, rounded, policy.green());
            case RED -> lifts(health, rounded, policy.red()) || lifts(health, rounded, policy.green());
            case GREEN, INSUFFICIENT -> false;
        };
        int written = lifted ? (int) Math.floor(health) : rounded;
        trace.file(mark, lifted ? Combination.ROUNDED_DOWN : Combination.ROUNDED, "writtenHealth", (Integer) written);
        return (Integer) written;
    }

    private static boolean lifts(double health, int rounded, double threshold) {
        return Comparison.below(health, threshold) && rounded >= threshold;
    }
}
