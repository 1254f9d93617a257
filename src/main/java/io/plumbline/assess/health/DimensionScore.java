package io.plumbline.assess.health;

import io.plumbline.assess.account.WeightedMean;
import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Trace;
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

    static DimensionScore of(HealthPolicy.Dimension dimension, List<MeasureScore> measures, Trace trace) {
        int mark = trace.mark();
        WeightedMean mean = new WeightedMean();
        double all = 0;
        for (MeasureScore taken : measures) {
            mean.add(taken.score(), taken.measure().weight());
            all += taken.measure().weight();
            trace.seeMember("measures", taken.measure().id(), taken.score());
            trace.weigh(taken.measure().weight());
        }
        Double score = mean.value();
        trace.file(mark, Combination.MEAN, "dimensions", dimension.id(), score);
        return new DimensionScore(dimension, measures, score, mean.weight(), all);
    }

    /** Lays it as a member of a mean of dimensions. */
    void see(Trace trace) {
        trace.seeMember("dimensions", dimension.id(), score);
        trace.weigh(dimension.weight());
    }
}
