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
import io.plumbline.dossier.CompactMap;
import io.plumbline.dossier.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges how thorough the governing plan is, section by section (model section 3). */
public final class ThoroughnessJudge {

    private final List<SectionRule> rules;

    public ThoroughnessJudge(ThoroughnessPolicy policy) {
        this.rules = policy.sections().stream().map(SectionRule::of).toList();
    }

    public Judged<PlanThoroughness> judge(Subject subject, @Nullable Plan governing) {
        CompactMap.Builder<Double> scores = new CompactMap.Builder<>(rules.size());
        List<String> notMeasured = new ArrayList<>();
        List<Observation> observations = new ArrayList<>();
        Trace trace = subject.trace();
        WeightedMean mean = new WeightedMean();
        for (SectionRule rule : rules) {
            ThoroughnessPolicy.Section section = rule.section();
            int mark = trace.mark();
            SectionReading reading = new SectionReading(rule, subject, governing);
            String missing = reading.notMeasured();
            if (missing != null) {
                notMeasured.add(missing);
            }
            if (governing == null || !reading.isMeasured()) {
                continue;
            }
            Double score = reading.score();
            trace.file(mark, Combination.TAKEN, "sections", section.id(), score);
            scores.put(section.id(), score);
            mean.add(score, section.weight());
            if (reading.verdict() != SectionVerdict.PASS) {
                observations.add(observation(rule, reading));
            }
        }
        Double share = mean.value();
        Double score = governing == null ? (Double) 0.0 : percent(share);
        Map<String, Double> sections = scores.build();
        explain(sections, share, score, governing, trace);
        return new Judged<>(new PlanThoroughness(score, sections, notMeasured), observations);
    }

    private void explain(
            Map<String, Double> scores,
            @Nullable Double mean,
            @Nullable Double score,
            @Nullable Plan governing,
            Trace trace) {
        if (!trace.isOn()) {
            return;
        }
        int mark = trace.mark();
        if (governing == null) {
            trace.given("planId", null);
            trace.given("without a plan", 0);
            trace.file(mark, Combination.TAKEN, "thoroughness", score);
            return;
        }
        for (SectionRule rule : rules) {
            Double measured = scores.get(rule.section().id());
            if (measured != null) {
                trace.seeMember("sections", rule.section().id(), measured);
                trace.weigh(rule.section().weight());
            }
        }
        trace.fold(mark, Combination.MEAN, "mean of the sections", mean);
        trace.file(mark, mean == null ? Combination.TAKEN : Combination.PERCENT, "thoroughness", score);
    }

    private static Observation observation(SectionRule rule, SectionReading reading) {
        Severity severity = reading.verdict() == SectionVerdict.FAIL ? Severity.WARNING : Severity.INFO;
        return Observation.of(rule.finding(), Theme.THOROUGHNESS, severity, reading.variant(), reading.evidence())
                .saying("other", reading.resembles());
    }

    private static @Nullable Double percent(@Nullable Double share) {
        return share == null ? null : (Double) (100 * share);
    }
}
