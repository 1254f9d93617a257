package io.plumbline.assess.health;

import io.plumbline.assess.account.Subject;
import io.plumbline.config.policy.HealthPolicy;
import java.util.ArrayList;
import java.util.List;

/** A dimension with the measures that are taken of the accounts of one tier. */
record TakenDimension(HealthPolicy.Dimension dimension, List<TakenMeasure> measures) {

    static List<TakenDimension> all(HealthPolicy policy, int tier) {
        return policy.dimensions().stream()
                .map(dimension -> of(dimension, tier))
                .toList();
    }

    private static TakenDimension of(HealthPolicy.Dimension dimension, int tier) {
        List<TakenMeasure> measures = dimension.measures().stream()
                .filter(measure -> measure.tiers().contains(tier))
                .map(measure -> TakenMeasure.of(measure, tier))
                .toList();
        return new TakenDimension(dimension, measures);
    }

    DimensionScore score(Subject subject) {
        List<MeasureScore> scores = new ArrayList<>(measures.size());
        for (TakenMeasure measure : measures) {
            scores.add(measure.score(subject));
        }
        return DimensionScore.of(dimension, scores, subject.trace());
    }
}
