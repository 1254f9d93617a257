package io.plumbline.assess.health;

import io.plumbline.config.policy.HealthPolicy;
import org.jspecify.annotations.Nullable;

/**
 * One measure as taken.
 *
 * @param score null when unknown
 * @param x what went into the curve, null when nothing did
 */
record MeasureScore(
        HealthPolicy.Measure measure,
        @Nullable Double score,
        @Nullable Double x) {}
