package io.plumbline.assess.thoroughness;

import io.plumbline.assess.PlanThoroughness;
import io.plumbline.assess.SectionVerdict;
import io.plumbline.assess.account.Judged;
import io.plumbline.assess.account.Observation;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.account.WeightedMean;
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
        WeightedMean mean = new WeightedMean();
        for (ThoroughnessPolicy.Section section :
                subject.policy().thoroughness().sections()) {
            SectionReading reading = new SectionReading(section, subject, governing);
            String missing = reading.notMeasured();
            if (missing != null) {
                notMeasured.add(missing);
            }
            if (governing == null || !reading.isMeasured()) {
                continue;
            }
            scores.put(section.id(), reading.score());
            mean.add(reading.score(), section.weight());
            if (reading.verdict() != SectionVerdict.PASS) {
                observations.add(observation(section, reading));
            }
        }
        Double score = governing == null ? (Double) 0.0 : percent(mean.value());
        return new Judged<>(new PlanThoroughness(score, scores, notMeasured), observations);
    }

    private static Observation observation(ThoroughnessPolicy.Section section, SectionReading reading) {
        Severity severity = reading.verdict() == SectionVerdict.FAIL ? Severity.WARNING : Severity.INFO;
        return Observation.of("section." + section.id(), Theme.THOROUGHNESS, severity, reading.evidence())
                .variant(reading.variant());
    }

    private static @Nullable Double percent(@Nullable Double share) {
        return share == null ? null : (Double) (100 * share);
    }
}
