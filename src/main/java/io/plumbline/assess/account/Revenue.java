package io.plumbline.assess.account;

import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Explained;
import io.plumbline.assess.explanation.Trace;
import io.plumbline.config.policy.WindowPolicy;
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
 * @param explainedLast what R comes from; like the next two null unless somebody wants to know
 * @param explainedPrior what P comes from
 * @param explainedCurrent what the current revenue comes from
 */
public record Revenue(
        @Nullable Double last,
        @Nullable Double prior,
        boolean isFact,
        @Nullable Double current,
        @Nullable Explained explainedLast,
        @Nullable Explained explainedPrior,
        @Nullable Explained explainedCurrent) {

    static Revenue of(
            Dossier dossier,
            Days days,
            Deals deals,
            WindowPolicy windows,
            double renewalProbability,
            int tier,
            Trace trace) {
        double maxAge = windows.revenueMaxAge().get(tier);
        Double last = fact(dossier.account().facts().get("revenue365"), days, maxAge);
        Double prior = fact(dossier.account().facts().get("revenuePrior365"), days, maxAge);
        if (last != null || prior != null) {
            trace.given("revenue365", last);
            Explained explainedLast = trace.take();
            trace.given("revenuePrior365", prior);
            return new Revenue(last, prior, true, last, explainedLast, trace.take(), explainedLast);
        }
        double won = deals.wonAged(0, Days.YEAR);
        Explained explainedWon = trace.take();
        double wonBefore = deals.wonAged(Days.YEAR, 2 * Days.YEAR);
        Explained explainedBefore = trace.take();
        double ahead = windows.renewalAhead().get(tier);
        int mark = trace.mark();
        trace.lay(explainedWon);
        int renewals = trace.mark();
        double renewed = deals.wonAged(0, Days.YEAR - ahead)
                + deals.expected(deal -> deal.renewal()
                        && Comparison.atLeast(deal.probability(), renewalProbability)
                        && closesWithin(deal.opportunity().closeDate(), days, ahead));
        trace.fold(renewals, Combination.SUM, "won, and renewals about to be", renewed);
        double current = Math.max(won, renewed);
        trace.fold(mark, Combination.GREATEST, "current revenue", current);
        return new Revenue(won, wonBefore, false, current, explainedWon, explainedBefore, trace.take());
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
}
