package io.plumbline.assess.execution;

import io.plumbline.assess.PlanExecution;
import io.plumbline.assess.account.Judged;
import io.plumbline.assess.account.MeasureObservation;
import io.plumbline.assess.account.Observation;
import io.plumbline.assess.account.Reading;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.account.WeightedMean;
import io.plumbline.assess.explanation.Combination;
import io.plumbline.config.policy.ByTier;
import io.plumbline.config.policy.Curve;
import io.plumbline.config.policy.ExecutionPolicy;
import io.plumbline.config.policy.Theme;
import io.plumbline.dossier.CompactMap;
import io.plumbline.dossier.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the execution measures of the policy; without a governing plan all of them are unknown (model section 4). */
public final class ExecutionJudge {

    /** A measure of the policy with how it is taken. */
    private record Taken(ExecutionPolicy.Measure measure, ExecutionRule rule) {}

    private final ByTier<List<Taken>> byTier;

    public ExecutionJudge(ExecutionPolicy policy) {
        this.byTier = new ByTier<>(1, 2, 3)
                .map(tier -> policy.measures().stream()
                        .filter(measure -> measure.tiers().contains(tier))
                        .map(measure -> new Taken(measure, ExecutionRules.of(measure.measure())))
                        .toList());
    }

    public Judged<PlanExecution> judge(Subject subject, @Nullable Plan governing) {
        List<Taken> all = subject.at(byTier);
        CompactMap.Builder<@Nullable Double> scores = new CompactMap.Builder<>(all.size());
        List<Observation> observations = new ArrayList<>();
        WeightedMean mean = new WeightedMean();
        for (Taken taken : all) {
            ExecutionPolicy.Measure measure = taken.measure();
            String id = measure.measure().id();
            int before = subject.trace().mark();
            if (governing == null) {
                subject.trace().given("planId", null);
            }
            Reading reading =
                    governing == null ? Reading.unknown() : taken.rule().read(governing, subject, measure.numbers());
            Curve curve = measure.curve() == null ? null : subject.at(measure.curve());
            Double score = reading.score(curve, subject.trace(), before, "executionMeasures", id);
            scores.put(id, score);
            mean.add(score, measure.weight());
            Observation observation = MeasureObservation.of(
                    id, Theme.EXECUTION, score, reading, subject.policy().findings());
            if (observation != null) {
                observations.add(observation.saying(
                        "window", subject.at(subject.policy().windows().onTime())));
            }
        }
        Map<String, @Nullable Double> byId = scores.build();
        int mark = subject.trace().mark();
        for (Taken taken : all) {
            String id = taken.measure().measure().id();
            subject.trace().seeMember("executionMeasures", id, byId.get(id));
            subject.trace().weigh(taken.measure().weight());
        }
        Double score = mean.value();
        subject.trace().file(mark, Combination.MEAN, "execution", score);
        return new Judged<>(new PlanExecution(score, byId), observations);
    }
}
