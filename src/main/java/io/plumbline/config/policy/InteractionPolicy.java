package io.plumbline.config.policy;

/**
 * What an interaction weighs.
 *
 * @param halfLifeDays after which it weighs half
 * @param unitCap what one contact may hold before it counts as concentration
 */
public record InteractionPolicy(
        double meeting, double call, double email, double other, ByTier<Double> halfLifeDays, double unitCap) {}
