package io.plumbline.assess.account;

import io.plumbline.config.policy.AssessmentPolicy;
import io.plumbline.config.policy.HealthMeasure;
import io.plumbline.config.policy.HealthPolicy;
import io.plumbline.dossier.Dossier;
import io.plumbline.dossier.Fact;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The revenue of the last 365 days (R) and of the 365 before (P), from facts or from the CRM but never from both
 * (model section 1, revenue).
 *
 * @param last R, null when unknown
 * @param prior P, null when unknown
 * @param isFact whether they come from facts
 * @param current what the account brings in now: R, or what was won and a likely renewal about to repeat it; null when R
 *     is unknown
 */
public record Revenue(
        @Nullable Double last,
        @Nullable Double prior,
        boolean isFact,
        @Nullable Double current) {

    static Revenue of(Dossier dossier, Days days, Deals deals, AssessmentPolicy policy, int tier) {
        double maxAge = policy.windows().revenueMaxAge().get(tier);
        Double last = fact(dossier.account().facts().get("revenue365"), days, maxAge);
        Double prior = fact(dossier.account().facts().get("revenuePrior365"), days, maxAge);
        if (last != null || prior != null) {
            return new Revenue(last, prior, true, last);
        }
        double won = deals.wonAged(0, Days.YEAR);
        double wonBefore = deals.wonAged(Days.YEAR, 2 * Days.YEAR);
        double ahead = policy.windows().renewalAhead().get(tier);
        double probability = renewalProbability(policy);
        double renewed = deals.wonAged(0, Days.YEAR - ahead)
                + deals.expected(deal -> deal.renewal()
                        && Comparison.atLeast(deal.probability(), probability)
                        && closesWithin(deal.opportunity().closeDate(), days, ahead));
        return new Revenue(won, wonBefore, false, Math.max(won, renewed));
    }

    /** R, or 0 where it is unknown. */
    public double lastOrZero() {
        return last == null ? 0 : last;
    }

    /** P, or 0 where it is unknown. */
    public double priorOrZero() {
        return prior == null ? 0 : prior;
    }

    private static boolean closesWithin(@Nullable LocalDate close, Days days, double ahead) {
        return close != null && days.until(close) >= 0 && Comparison.atMost(days.until(close), ahead);
    }

    private static @Nullable Double fact(@Nullable Fact fact, Days days, double maxAge) {
        if (fact == null || fact.value() == null) {
            return null;
        }
        LocalDate date = fact.date();
        boolean timely = date == null || days.age(date) >= 0 && Comparison.atMost(days.age(date), maxAge);
        return timely ? (Double) Math.max(0, fact.value()) : null;
    }

    private static double renewalProbability(AssessmentPolicy policy) {
        for (HealthPolicy.Dimension dimension : policy.health().dimensions()) {
            for (HealthPolicy.Measure measure : dimension.measures()) {
                if (measure.measure() == HealthMeasure.GROWTH
                        && measure.numbers().has("renewalProbability")) {
                    return measure.numbers().get("renewalProbability", 1);
                }
            }
        }
        return 0;
    }
}
