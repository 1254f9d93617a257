package io.plumbline.assess.health;

import io.plumbline.assess.Evidence;
import io.plumbline.assess.account.MeasureObservation;
import io.plumbline.assess.account.Observation;
import io.plumbline.assess.account.Subject;
import io.plumbline.config.policy.ByTier;
import io.plumbline.config.policy.HealthMeasure;
import io.plumbline.config.policy.HealthPolicy;
import io.plumbline.config.policy.Severity;
import io.plumbline.config.policy.Theme;
import io.plumbline.config.policy.WindowPolicy;
import io.plumbline.dossier.Opportunity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What relationship health found: the weak measures, then the caps (model section 6). */
final class HealthObservations {

    private HealthObservations() {}

    static List<Observation> of(List<DimensionScore> dimensions, List<AppliedCap> caps, Subject subject) {
        List<Observation> observations = new ArrayList<>();
        for (DimensionScore dimension : dimensions) {
            for (MeasureScore taken : dimension.measures()) {
                Observation observation = MeasureObservation.of(
                        taken.measure().id(),
                        Theme.RELATIONSHIP,
                        taken.score(),
                        taken.reading(),
                        subject.policy().findings());
                if (observation != null) {
                    observations.add(worded(observation, taken.measure(), subject));
                }
            }
        }
        for (AppliedCap applied : caps) {
            observations.add(observation(applied, subject));
        }
        return observations;
    }

    /** Where a fact replaces what the model defines, the model's words about it would be wrong. */
    private static Observation worded(Observation observation, HealthPolicy.Measure measure, Subject subject) {
        boolean ownFact = measure.measure() == null
                || measure.fact() != null && !MeasureRules.isAboutFact(measure.measure(), measure.fact());
        ByTier<Double> window = measure.measure() == null
                ? null
                : window(measure.measure(), subject.policy().windows());
        Observation worded = ownFact ? observation.variant(Observation.OWN_FACT) : observation;
        return window == null ? worded : worded.saying("window", subject.at(window));
    }

    private static @Nullable ByTier<Double> window(HealthMeasure measure, WindowPolicy windows) {
        return switch (measure) {
            case EXECUTIVE_ENGAGED, BREADTH_ENGAGED -> windows.engaged();
            case EXECUTIVE_SPONSOR -> windows.sponsor();
            case RHYTHM_TREND -> windows.trend();
            case RECIPROCITY -> windows.emails();
            case NEXT_MEETING -> windows.nextMeeting();
            case SLIPPAGE -> windows.idle();
            case CASE_TREND -> windows.caseTrend();
            default -> null;
        };
    }

    private static Observation observation(AppliedCap applied, Subject subject) {
        Evidence evidence = Evidence.none().with("max", applied.cap().max()).and(applied.evidence());
        Observation observation =
                Observation.of(applied.cap().cap().id(), Theme.RELATIONSHIP, Severity.CRITICAL, evidence);
        if (applied.cap().numbers().has("days")) {
            observation = observation.saying("days", applied.cap().numbers().get("days", subject.tier()));
        }
        return observation
                .saying("people", names(evidence.get("contacts"), subject))
                .saying("deals", names(evidence.get("opportunities"), subject));
    }

    private static String names(@Nullable Object ids, Subject subject) {
        if (ids == null) {
            return "";
        }
        List<String> names = new ArrayList<>();
        if (ids instanceof List<?> list) {
            for (Object id : list) {
                if (id instanceof String known) {
                    Opportunity opportunity = subject.deals().byId(known);
                    names.add(
                            opportunity != null && opportunity.name() != null
                                    ? opportunity.name()
                                    : subject.people().nameOf(known));
                }
            }
        }
        return String.join(", ", names);
    }
}
