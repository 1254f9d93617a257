package io.plumbline.assess.health;

import io.plumbline.assess.account.Reading;
import io.plumbline.assess.account.Subject;
import io.plumbline.config.policy.Curve;
import io.plumbline.config.policy.HealthPolicy;
import org.jspecify.annotations.Nullable;

/**
 * A measure as it is taken of the accounts of one tier.
 *
 * @param curve null for a measure that takes none
 */
record TakenMeasure(
        HealthPolicy.Measure measure,
        MeasureRule rule,
        @Nullable Curve curve) {

    static TakenMeasure of(HealthPolicy.Measure measure, int tier) {
        Curve curve = measure.curve() == null ? null : measure.curve().get(tier);
        return new TakenMeasure(measure, rule(measure), curve);
    }

    private static MeasureRule rule(HealthPolicy.Measure measure) {
        if (measure.fact() != null) {
            return new FactMeasure(measure.fact());
        }
        if (measure.measure() == null) {
            throw new IllegalArgumentException(
                    "The measure " + measure.id() + " is neither of the model nor has a fact");
        }
        return MeasureRules.of(measure.measure());
    }

    MeasureScore score(Subject subject) {
        int mark = subject.trace().mark();
        Reading reading = rule.read(subject, measure.numbers());
        return new MeasureScore(
                measure, reading.score(curve, subject.trace(), mark, "measures", measure.id()), reading);
    }
}
