package io.plumbline.assess.execution;

import io.plumbline.assess.PlanExecution;
import io.plumbline.assess.account.Judged;
import io.plumbline.assess.account.MeasureObservation;
import io.plumbline.assess.account.Observation;
import io.plumbline.assess.account.Reading;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.account.WeightedMean;
import io.plumbline.assess.explanation.Combination;
import io.plumbline.config.policy.Curve;
import io.plumbline.config.policy.ExecutionPolicy;
import io.plumbline.config.policy.Theme;
import io.plumbline.dossier.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the execution measures of the policy; without a governing plan all of them are unknown (model section 4). */
public final class ExecutionJudge {

    private ExecutionJudge() {}

    public static Judged<PlanExecution> judge(Subject subject, @Nullable Plan governing) {
        Map<String, @Nullable Double> scores = new LinkedHashMap<>();
        List<Observation> observations = new ArrayList<>();
        Map<String, Double> weights = new LinkedHashMap<>();
        WeightedMean mean = new WeightedMean();
        for (ExecutionPolicy.Measure measure : subject.policy().execution().measures()) {
            if (!measure.tiers().contains(subject.tier())) {
                continue;
            }
            String id = measure.measure().id();
            int before = subject.trace().mark();
            if (governing == null) {
                subject.trace().given("planId", null);
            }
            Reading reading = governing == null
                    ? Reading.unknown()
                    : ExecutionRules.of(measure.measure()).read(governing, subject, measure.numbers());
            Curve curve = measure.curve() == null ? null : subject.at(measure.curve());
            Double score = reading.score(curve, subject.trace(), before, "executionMeasures", id);
            scores.put(id, score);
            mean.add(score, measure.weight());
            weights.put(id, measure.weight());
            Observation observation = MeasureObservation.of(
                    id, Theme.EXECUTION, score, reading.x(), subject.policy().findings());
            if (observation != null) {
                observations.add(observation.saying(
                        "window", subject.at(subject.policy().windows().onTime())));
            }
        }
        int mark = subject.trace().mark();
        weights.forEach((id, weight) -> {
            subject.trace().see("executionMeasures." + id, id, scores.get(id));
            subject.trace().weigh(weight);
        });
        subject.trace().file(mark, Combination.MEAN, "execution", mean.value());
        return new Judged<>(new PlanExecution(mean.value(), scores), observations);
    }
}
