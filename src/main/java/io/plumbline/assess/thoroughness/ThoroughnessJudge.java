package io.plumbline.assess.thoroughness;

import io.plumbline.assess.PlanThoroughness;
import io.plumbline.assess.SectionVerdict;
import io.plumbline.assess.account.Judged;
import io.plumbline.assess.account.Observation;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.account.WeightedMean;
import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Trace;
import io.plumbline.config.policy.Severity;
import io.plumbline.config.policy.Theme;
import io.plumbline.config.policy.ThoroughnessPolicy;
import io.plumbline.dossier.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges how thorough the governing plan is, section by section (model section 3). */
public final class ThoroughnessJudge {

    private ThoroughnessJudge() {}

    public static Judged<PlanThoroughness> judge(Subject subject, @Nullable Plan governing) {
        Map<String, Double> scores = new LinkedHashMap<>();
        List<String> notMeasured = new ArrayList<>();
        List<Observation> observations = new ArrayList<>();
        Trace trace = subject.trace();
        Map<String, Double> weights = new LinkedHashMap<>();
        WeightedMean mean = new WeightedMean();
        for (ThoroughnessPolicy.Section section :
                subject.policy().thoroughness().sections()) {
            int mark = trace.mark();
            SectionReading reading = new SectionReading(section, subject, governing);
            String missing = reading.notMeasured();
            if (missing != null) {
                notMeasured.add(missing);
            }
            if (governing == null || !reading.isMeasured()) {
                continue;
            }
            trace.file(mark, Combination.TAKEN, "sections", section.id(), reading.score());
            scores.put(section.id(), reading.score());
            weights.put(section.id(), section.weight());
            mean.add(reading.score(), section.weight());
            if (reading.verdict() != SectionVerdict.PASS) {
                observations.add(observation(section, reading));
            }
        }
        Double score = governing == null ? (Double) 0.0 : percent(mean.value());
        explain(scores, weights, mean.value(), score, governing, trace);
        return new Judged<>(new PlanThoroughness(score, scores, notMeasured), observations);
    }

    private static void explain(
            Map<String, Double> scores,
            Map<String, Double> weights,
            @Nullable Double mean,
            @Nullable Double score,
            @Nullable Plan governing,
            Trace trace) {
        int mark = trace.mark();
        if (governing == null) {
            trace.given("planId", null);
            trace.given("without a plan", 0);
            trace.file(mark, Combination.TAKEN, "thoroughness", score);
            return;
        }
        weights.forEach((id, weight) -> {
            trace.see("sections." + id, id, scores.get(id));
            trace.weigh(weight);
        });
        trace.fold(mark, Combination.MEAN, "mean of the sections", mean);
        trace.file(mark, mean == null ? Combination.TAKEN : Combination.PERCENT, "thoroughness", score);
    }

    private static Observation observation(ThoroughnessPolicy.Section section, SectionReading reading) {
        Severity severity = reading.verdict() == SectionVerdict.FAIL ? Severity.WARNING : Severity.INFO;
        return Observation.of("section." + section.id(), Theme.THOROUGHNESS, severity, reading.evidence())
                .variant(reading.variant())
                .saying("other", reading.resembles());
    }

    private static @Nullable Double percent(@Nullable Double share) {
        return share == null ? null : (Double) (100 * share);
    }
}
