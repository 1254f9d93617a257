package io.plumbline.assess.health;

import io.plumbline.assess.Band;
import io.plumbline.assess.RelationshipHealth;
import io.plumbline.assess.account.Judged;
import io.plumbline.assess.account.Observation;
import io.plumbline.assess.account.Reading;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.account.WeightedMean;
import io.plumbline.config.policy.HealthPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Judges relationship health: measures, dimensions, caps, then band, trend and reasons (model section 5). */
public final class HealthJudge {

    private HealthJudge() {}

    public static Judged<HealthVerdict> judge(Subject subject, @Nullable Band previous) {
        HealthPolicy policy = subject.policy().health();
        List<DimensionScore> dimensions = dimensions(subject, policy);
        List<AppliedCap> caps = caps(subject, policy);
        Double uncapped = mean(dimensions, dimension -> true);
        Double score = capped(uncapped, caps);
        Double retention = capped(mean(dimensions, dimension -> dimension.side() == HealthPolicy.Side.RETENTION), caps);
        Double growth = mean(dimensions, dimension -> dimension.side() == HealthPolicy.Side.GROWTH);
        double confidence = Confidence.of(dimensions);
        Band band = new BandRule(policy).of(score, subject.captures(), confidence, previous);

        List<AppliedCap> lowestFirst = new ArrayList<>(caps);
        lowestFirst.sort(Comparator.comparingDouble(cap -> cap.cap().max()));
        RelationshipHealth health = new RelationshipHealth(
                score,
                uncapped,
                WrittenHealth.of(score, band, policy),
                retention,
                growth,
                lowestFirst.stream().map(cap -> cap.cap().cap().id()).toList(),
                dimensionScores(dimensions),
                measureScores(dimensions),
                confidence,
                band,
                TrendRule.of(score, subject));
        List<Loss> losses = new ArrayList<>();
        if (score != null && uncapped != null && score < uncapped) {
            losses.add(new Loss(lowestFirst.getFirst().cap().cap().id(), uncapped - score));
        }
        losses.addAll(ReasonRule.of(dimensions));
        List<Observation> observations = HealthObservations.of(dimensions, caps, subject);
        return new Judged<>(new HealthVerdict(health, losses), observations);
    }

    private static List<DimensionScore> dimensions(Subject subject, HealthPolicy policy) {
        List<DimensionScore> dimensions = new ArrayList<>();
        for (HealthPolicy.Dimension dimension : policy.dimensions()) {
            List<MeasureScore> taken = new ArrayList<>();
            for (HealthPolicy.Measure measure : dimension.measures()) {
                if (measure.tiers().contains(subject.tier())) {
                    Reading reading = rule(measure).read(subject, measure.numbers());
                    Double score = reading.score(measure.curve() == null ? null : subject.at(measure.curve()));
                    taken.add(new MeasureScore(measure, score, reading.x()));
                }
            }
            dimensions.add(DimensionScore.of(dimension, taken));
        }
        return dimensions;
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

    private static List<AppliedCap> caps(Subject subject, HealthPolicy policy) {
        List<AppliedCap> caps = new ArrayList<>();
        for (HealthPolicy.Cap cap : policy.caps()) {
            var evidence = cap.tiers().contains(subject.tier())
                    ? CapRules.of(cap.cap()).applies(subject, cap.numbers())
                    : null;
            if (evidence != null) {
                caps.add(new AppliedCap(cap, evidence));
            }
        }
        return caps;
    }

    private static @Nullable Double mean(List<DimensionScore> dimensions, Predicate<HealthPolicy.Dimension> condition) {
        WeightedMean mean = new WeightedMean();
        for (DimensionScore dimension : dimensions) {
            if (condition.test(dimension.dimension())) {
                mean.add(dimension.score(), dimension.dimension().weight());
            }
        }
        return mean.value();
    }

    private static @Nullable Double capped(@Nullable Double score, List<AppliedCap> caps) {
        if (score == null) {
            return null;
        }
        double capped = score;
        for (AppliedCap cap : caps) {
            capped = Math.min(capped, cap.cap().max());
        }
        return capped;
    }

    private static Map<String, @Nullable Double> dimensionScores(List<DimensionScore> dimensions) {
        Map<String, @Nullable Double> scores = new LinkedHashMap<>();
        dimensions.forEach(dimension -> scores.put(dimension.dimension().id(), dimension.score()));
        return scores;
    }

    private static Map<String, @Nullable Double> measureScores(List<DimensionScore> dimensions) {
        Map<String, @Nullable Double> scores = new LinkedHashMap<>();
        dimensions.forEach(dimension ->
                dimension.measures().forEach(taken -> scores.put(taken.measure().id(), taken.score())));
        return scores;
    }
}
