package io.plumbline.assess.health;

import io.plumbline.assess.account.Reading;
import io.plumbline.config.policy.HealthPolicy;
import org.jspecify.annotations.Nullable;

/**
 * One measure as taken.
 *
 * @param score null when unknown
 * @param reading what the score comes from
 */
record MeasureScore(HealthPolicy.Measure measure, @Nullable Double score, Reading reading) {}
