package io.plumbline.assess.vetting;

import io.plumbline.assess.Evidence;
import io.plumbline.assess.account.Comparison;
import io.plumbline.assess.account.Days;
import io.plumbline.assess.account.Money;
import io.plumbline.assess.account.OpenValues;
import io.plumbline.assess.account.Period;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Trace;
import io.plumbline.config.policy.RuleNumbers;
import io.plumbline.dossier.Plan;
import io.plumbline.dossier.ValueOpportunity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** {@code vet.coverage}: what is won and expected, or the usual run of business, comes near enough to the target. */
final class CoverageCheck {

    private CoverageCheck() {}

    static CheckOutcome coverage(Plan plan, Subject subject, RuleNumbers numbers) {
        double target = Money.of(plan.targetRevenue());
        Period period = Period.of(plan);
        Double revenue = subject.revenue().last();
        Trace trace = subject.trace();
        if (target <= 0 || period == null || revenue == null) {
            trace.given("targetRevenue", target);
            trace.given("periodStart", plan.periodStart());
            trace.given("periodEnd", plan.periodEnd());
            trace.lay(subject.revenue().explainedLast());
            return CheckOutcome.unknown();
        }
        int mark = trace.mark();
        double won = won(period, subject, revenue);
        int best = trace.mark();
        double expected =
                subject.deals().expected(deal -> closesBy(deal.opportunity().closeDate(), period.end()));
        double unlinked = unlinked(plan, trace);
        trace.fold(best, Combination.SUM, "expected and unlinked", expected + unlinked);
        double daysLeft = Math.clamp(subject.days().until(period.end()), 0, period.length());
        double runRate = revenue * daysLeft / Days.YEAR;
        int rate = trace.mark();
        trace.lay(subject.revenue().explainedLast());
        trace.given("share of a year left", daysLeft / Days.YEAR);
        trace.fold(rate, Combination.PRODUCT, "runRate", runRate);
        trace.fold(best, Combination.GREATEST, "still to come", Math.max(expected + unlinked, runRate));
        trace.fold(mark, Combination.SUM, "covered amount", won + Math.max(expected + unlinked, runRate));
        trace.given("targetRevenue", target);
        double covered = (won + Math.max(expected + unlinked, runRate)) / target;
        trace.fold(mark, Combination.QUOTIENT, "covered", covered);
        trace.given("coverage", numbers.get("coverage", subject.tier()));
        boolean enough = Comparison.atLeast(covered, numbers.get("coverage", subject.tier()));
        trace.fold(mark, Combination.AT_LEAST, "enough", enough);
        if (enough) {
            return CheckOutcome.passed();
        }
        Evidence evidence = Evidence.none()
                .with("won", won)
                .with("expected", expected)
                .with("unlinked", unlinked)
                .with("runRate", runRate)
                .with("target", target);
        return CheckOutcome.failed(evidence);
    }

    private static double won(Period period, Subject subject, double revenue) {
        LocalDate asOf = subject.days().asOf();
        if (subject.revenue().isFact()) {
            double elapsed = Math.clamp(subject.days().age(period.start()) + 1, 0, period.length());
            Trace trace = subject.trace();
            int mark = trace.mark();
            trace.lay(subject.revenue().explainedLast());
            trace.given("share of a year elapsed", elapsed / Days.YEAR);
            trace.fold(mark, Combination.PRODUCT, "won", revenue * elapsed / Days.YEAR);
            return revenue * elapsed / Days.YEAR;
        }
        return subject.deals().wonBetween(period.start(), asOf.isBefore(period.end()) ? asOf : period.end());
    }

    private static boolean closesBy(@Nullable LocalDate close, LocalDate end) {
        return close != null && !close.isAfter(end);
    }

    /** Value of the plan that no opportunity stands for yet, by its confidence. */
    private static double unlinked(Plan plan, Trace trace) {
        int mark = trace.mark();
        double sum = 0;
        for (ValueOpportunity value : OpenValues.of(plan)) {
            if (value.opportunityId() == null) {
                double confidence = value.confidence() == null ? 0 : Math.clamp(value.confidence(), 0.0, 1.0);
                sum += Money.of(value.supplierValue()) * confidence;
                int term = trace.mark();
                trace.term("supplierValue", Money.of(value.supplierValue()), value.id());
                trace.term("confidence", confidence, value.id());
                trace.fold(term, Combination.PRODUCT, "value", Money.of(value.supplierValue()) * confidence);
            }
        }
        trace.fold(mark, Combination.SUM, "unlinked", sum);
        return sum;
    }
}
