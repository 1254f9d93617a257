package io.plumbline.assess.health;

import io.plumbline.assess.account.WeightedMean;
import io.plumbline.config.policy.HealthPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One dimension as judged, with the measures of the account's tier.
 *
 * @param score null when none of its measures is known
 * @param knownWeight of the known measures
 * @param allWeight of all measures
 */
record DimensionScore(
        HealthPolicy.Dimension dimension,
        List<MeasureScore> measures,
        @Nullable Double score,
        double knownWeight,
        double allWeight) {

    static DimensionScore of(HealthPolicy.Dimension dimension, List<MeasureScore> measures) {
        WeightedMean mean = new WeightedMean();
        double all = 0;
        for (MeasureScore taken : measures) {
            mean.add(taken.score(), taken.measure().weight());
            all += taken.measure().weight();
        }
        return new DimensionScore(dimension, List.copyOf(measures), mean.value(), mean.weight(), all);
    }
}
