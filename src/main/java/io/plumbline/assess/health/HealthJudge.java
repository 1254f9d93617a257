package io.plumbline.assess.health;

import io.plumbline.assess.Band;
import io.plumbline.assess.Evidence;
import io.plumbline.assess.ExecutiveContact;
import io.plumbline.assess.RelationshipHealth;
import io.plumbline.assess.account.Judged;
import io.plumbline.assess.account.Observation;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.account.WeightedMean;
import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Trace;
import io.plumbline.config.policy.ByTier;
import io.plumbline.config.policy.HealthMeasure;
import io.plumbline.config.policy.HealthPolicy;
import io.plumbline.dossier.CompactMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Judges relationship health: measures, dimensions, caps, then band, trend and reasons (model section 5). */
public final class HealthJudge {

    private final HealthPolicy policy;
    private final ByTier<List<TakenDimension>> dimensions;
    private final List<AskedCap> caps;

    /** A cap of the policy with what makes it apply. */
    private record AskedCap(HealthPolicy.Cap cap, CapRule rule, ByTier<Boolean> isForTier) {

        static AskedCap of(HealthPolicy.Cap cap) {
            return new AskedCap(cap, CapRules.of(cap.cap()), new ByTier<>(1, 2, 3).map(cap.tiers()::contains));
        }
    }

    public HealthJudge(HealthPolicy policy) {
        this.policy = policy;
        this.dimensions = new ByTier<>(1, 2, 3).map(tier -> TakenDimension.all(policy, tier));
        this.caps = policy.caps().stream().map(AskedCap::of).toList();
    }

    public Judged<HealthVerdict> judge(Subject subject, @Nullable Band previous) {
        List<DimensionScore> scores = dimensions(subject);
        List<AppliedCap> applied = caps(subject);
        Trace trace = subject.trace();
        int mark = trace.mark();
        Double uncapped = mean(scores, dimension -> true, trace);
        trace.file(mark, Combination.TAKEN, "uncappedHealth", uncapped);
        trace.see("uncappedHealth", "uncappedHealth", uncapped);
        Double score = capped(uncapped, applied, trace, mark, "health");
        Double staying = mean(scores, dimension -> dimension.side() == HealthPolicy.Side.RETENTION, trace);
        Double retention = capped(staying, applied, trace, mark, "retention");
        Double growth = mean(scores, dimension -> dimension.side() == HealthPolicy.Side.GROWTH, trace);
        trace.file(mark, Combination.TAKEN, "growth", growth);
        double confidence = Confidence.of(scores, trace);
        Band band = new BandRule(policy, trace).of(score, subject.captures(), confidence, previous);

        List<AppliedCap> lowestFirst = lowestFirst(applied);
        RelationshipHealth health = new RelationshipHealth(
                score,
                uncapped,
                WrittenHealth.of(score, band, policy, trace),
                retention,
                growth,
                ids(lowestFirst),
                dimensionScores(scores),
                measureScores(scores),
                confidence,
                band,
                TrendRule.of(score, subject),
                executives(scores));
        List<Loss> losses = new ArrayList<>();
        if (score != null && uncapped != null && score < uncapped) {
            String lowest = lowestFirst.getFirst().cap().cap().id();
            trace.see("uncappedHealth", "uncappedHealth", uncapped);
            trace.see("health", "health", score);
            trace.file(mark, Combination.DIFFERENCE, "reasons", lowest, uncapped - score);
            losses.add(new Loss(lowest, uncapped - score));
        }
        losses.addAll(ReasonRule.of(scores, trace));
        List<Observation> observations = HealthObservations.of(scores, applied, subject);
        return new Judged<>(new HealthVerdict(health, losses), observations);
    }

    private List<DimensionScore> dimensions(Subject subject) {
        List<TakenDimension> taken = subject.at(dimensions);
        List<DimensionScore> scores = new ArrayList<>(taken.size());
        for (TakenDimension dimension : taken) {
            scores.add(dimension.score(subject));
        }
        return scores;
    }

    private static @Nullable ExecutiveContact executives(List<DimensionScore> dimensions) {
        for (DimensionScore dimension : dimensions) {
            for (MeasureScore taken : dimension.measures()) {
                if (taken.measure().measure() == HealthMeasure.EXECUTIVE_ENGAGED) {
                    Double engaged = taken.reading().x();
                    if (engaged != null) {
                        return engaged > 0 ? ExecutiveContact.IN_TOUCH : ExecutiveContact.NONE;
                    }
                }
            }
        }
        return null;
    }

    private List<AppliedCap> caps(Subject subject) {
        List<AppliedCap> applied = new ArrayList<>();
        for (AskedCap asked : caps) {
            HealthPolicy.Cap cap = asked.cap();
            int mark = subject.trace().mark();
            boolean isForTier = subject.at(asked.isForTier());
            subject.trace().given("for this tier", isForTier);
            Evidence evidence = isForTier ? asked.rule().applies(subject, cap.numbers()) : null;
            subject.trace().file(mark, Combination.ALL, "caps", cap.cap().id(), evidence != null);
            if (evidence != null) {
                applied.add(new AppliedCap(cap, evidence));
            }
        }
        return applied;
    }

    private static List<AppliedCap> lowestFirst(List<AppliedCap> caps) {
        List<AppliedCap> lowestFirst = new ArrayList<>(caps);
        lowestFirst.sort(Comparator.comparingDouble(cap -> cap.cap().max()));
        return lowestFirst;
    }

    private static List<String> ids(List<AppliedCap> caps) {
        List<String> ids = new ArrayList<>(caps.size());
        for (AppliedCap applied : caps) {
            ids.add(applied.cap().cap().id());
        }
        return ids;
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
        Double value = mean.value();
        trace.fold(mark, Combination.MEAN, "mean", value);
        return value;
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
        CompactMap.Builder<@Nullable Double> scores = new CompactMap.Builder<>(dimensions.size());
        for (DimensionScore dimension : dimensions) {
            scores.put(dimension.dimension().id(), dimension.score());
        }
        return scores.build();
    }

    private static Map<String, @Nullable Double> measureScores(List<DimensionScore> dimensions) {
        int count = 0;
        for (DimensionScore dimension : dimensions) {
            count += dimension.measures().size();
        }
        CompactMap.Builder<@Nullable Double> scores = new CompactMap.Builder<>(count);
        for (DimensionScore dimension : dimensions) {
            for (MeasureScore taken : dimension.measures()) {
                scores.put(taken.measure().id(), taken.score());
            }
        }
        return scores.build();
    }
}
