package io.plumbline.assess.health;

import io.plumbline.assess.Band;
import io.plumbline.assess.RelationshipHealth;
import io.plumbline.assess.account.Judged;
import io.plumbline.assess.account.Observation;
import io.plumbline.assess.account.Reading;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.account.WeightedMean;
import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Trace;
import io.plumbline.config.policy.Curve;
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
        Trace trace = subject.trace();
        int mark = trace.mark();
        Double uncapped = mean(dimensions, dimension -> true, trace);
        trace.file(mark, Combination.TAKEN, "uncappedHealth", uncapped);
        trace.see("uncappedHealth", "uncappedHealth", uncapped);
        Double score = capped(uncapped, caps, trace, mark, "health");
        Double staying = mean(dimensions, dimension -> dimension.side() == HealthPolicy.Side.RETENTION, trace);
        Double retention = capped(staying, caps, trace, mark, "retention");
        Double growth = mean(dimensions, dimension -> dimension.side() == HealthPolicy.Side.GROWTH, trace);
        trace.file(mark, Combination.TAKEN, "growth", growth);
        double confidence = Confidence.of(dimensions, trace);
        Band band = new BandRule(policy, trace).of(score, subject.captures(), confidence, previous);

        List<AppliedCap> lowestFirst = new ArrayList<>(caps);
        lowestFirst.sort(Comparator.comparingDouble(cap -> cap.cap().max()));
        RelationshipHealth health = new RelationshipHealth(
                score,
                uncapped,
                WrittenHealth.of(score, band, policy, trace),
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
            String lowest = lowestFirst.getFirst().cap().cap().id();
            trace.see("uncappedHealth", "uncappedHealth", uncapped);
            trace.see("health", "health", score);
            trace.file(mark, Combination.DIFFERENCE, "reasons", lowest, uncapped - score);
            losses.add(new Loss(lowest, uncapped - score));
        }
        losses.addAll(ReasonRule.of(dimensions, trace));
        List<Observation> observations = HealthObservations.of(dimensions, caps, subject);
        return new Judged<>(new HealthVerdict(health, losses), observations);
    }

    private static List<DimensionScore> dimensions(Subject subject, HealthPolicy policy) {
        List<DimensionScore> dimensions = new ArrayList<>();
        for (HealthPolicy.Dimension dimension : policy.dimensions()) {
            List<MeasureScore> taken = new ArrayList<>();
            for (HealthPolicy.Measure measure : dimension.measures()) {
                if (measure.tiers().contains(subject.tier())) {
                    int mark = subject.trace().mark();
                    Reading reading = rule(measure).read(subject, measure.numbers());
                    Curve curve = measure.curve() == null ? null : subject.at(measure.curve());
                    Double score = reading.score(curve, subject.trace(), mark, "measures", measure.id());
                    taken.add(new MeasureScore(measure, score, reading.x()));
                }
            }
            dimensions.add(DimensionScore.of(dimension, taken, subject.trace()));
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
            int mark = subject.trace().mark();
            boolean isForTier = cap.tiers().contains(subject.tier());
            subject.trace().given("for this tier", isForTier);
            var evidence = isForTier ? CapRules.of(cap.cap()).applies(subject, cap.numbers()) : null;
            subject.trace().file(mark, Combination.ALL, "caps", cap.cap().id(), evidence != null);
            if (evidence != null) {
                caps.add(new AppliedCap(cap, evidence));
            }
        }
        return caps;
    }

    private static @Nullable Double mean(
            List<DimensionScore> dimensions, Predicate<HealthPolicy.Dimension> condition, Trace trace) {
        int mark = trace.mark();
        WeightedMean mean = new WeightedMean();
        for (DimensionScore dimension : dimensions) {
            if (condition.test(dimension.dimension())) {
                mean.add(dimension.score(), dimension.dimension().weight());
                dimension.see(trace);
            }
        }
        trace.fold(mark, Combination.MEAN, "mean", mean.value());
        return mean.value();
    }

    private static @Nullable Double capped(
            @Nullable Double score, List<AppliedCap> caps, Trace trace, int mark, String key) {
        if (score == null) {
            trace.file(mark, Combination.UNKNOWN, key, null);
            return null;
        }
        double capped = score;
        for (AppliedCap cap : caps) {
            capped = Math.min(capped, cap.cap().max());
            trace.given(cap.cap().cap().id(), cap.cap().max());
        }
        trace.file(mark, Combination.LEAST, key, capped);
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
