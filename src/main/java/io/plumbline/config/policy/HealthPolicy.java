package io.plumbline.config.policy;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How relationship health is judged (model section 5); dimensions, measures and caps in the order of the file. */
public record HealthPolicy(
        double green,
        double red,
        double hysteresis,
        double minConfidence,
        double trendPoints,
        List<Dimension> dimensions,
        List<Cap> caps) {

    /** What a dimension says something about. */
    public enum Side {
        RETENTION,
        GROWTH
    }

    /** A group of measures. */
    public record Dimension(String id, double weight, Side side, List<Measure> measures) {

        public Dimension {
            measures = List.copyOf(measures);
        }
    }

    /**
     * One measure.
     *
     * @param measure null for an administrator's own, which has a fact
     * @param tiers the tiers of the accounts it is taken for
     * @param curve null for a measure that takes none
     * @param fact where its x comes from instead of the model's own definition
     */
    public record Measure(
            String id,
            @Nullable HealthMeasure measure,
            double weight,
            Set<Integer> tiers,
            @Nullable ByTier<Curve> curve,
            @Nullable FactSource fact,
            RuleNumbers numbers) {

        public Measure {
            tiers = Set.copyOf(tiers);
        }
    }

    /**
     * The fact that a measure takes its x from.
     *
     * @param maxAgeDays how old it may be; null when it may be of any age and without date
     */
    public record FactSource(String name, @Nullable ByTier<Double> maxAgeDays) {}

    /**
     * What limits health while it applies.
     *
     * @param max the most that health and retention can be
     * @param tiers the tiers of the accounts it can apply to
     */
    public record Cap(HealthCap cap, double max, Set<Integer> tiers, RuleNumbers numbers) {

        public Cap {
            tiers = Set.copyOf(tiers);
        }
    }

    public HealthPolicy {
        dimensions = List.copyOf(dimensions);
        caps = List.copyOf(caps);
    }
}
