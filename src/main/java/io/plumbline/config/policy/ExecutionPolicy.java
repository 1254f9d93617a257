package io.plumbline.config.policy;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The execution measures that are taken, in the order of the file (model section 4). */
public record ExecutionPolicy(ByTier<Double> businessReviewCadenceDays, List<Measure> measures) {

    /**
     * One measure.
     *
     * @param tiers the tiers of the accounts it is taken for
     * @param curve null for a measure that takes none
     */
    public record Measure(
            ExecutionMeasure measure,
            double weight,
            Set<Integer> tiers,
            @Nullable ByTier<Curve> curve,
            RuleNumbers numbers) {

        public Measure {
            tiers = Set.copyOf(tiers);
        }
    }

    public ExecutionPolicy {
        measures = List.copyOf(measures);
    }
}
