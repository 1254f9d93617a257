package io.plumbline.assess.vetting;

import io.plumbline.assess.Evidence;
import io.plumbline.assess.account.Comparison;
import io.plumbline.assess.account.Days;
import io.plumbline.assess.account.Money;
import io.plumbline.assess.account.Period;
import io.plumbline.assess.account.Revenue;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Trace;
import io.plumbline.config.policy.RuleNumbers;
import io.plumbline.dossier.Plan;
import org.jspecify.annotations.Nullable;

/** {@code vet.target} and {@code vet.ambition}: there is a revenue target, and it asks for neither too little nor too much. */
final class TargetChecks {

    private TargetChecks() {}

    static CheckOutcome target(Plan plan, Subject subject, RuleNumbers numbers) {
        int mark = subject.trace().mark();
        boolean hasTarget = Money.of(plan.targetRevenue()) > 0;
        subject.trace().given("targetRevenue", Money.of(plan.targetRevenue()));
        subject.trace().given("none", 0);
        subject.trace().fold(mark, Combination.ABOVE, "has a target", hasTarget);
        return hasTarget
                ? CheckOutcome.passed()
                : CheckOutcome.failed(Evidence.none().with("target", null));
    }

    static CheckOutcome ambition(Plan plan, Subject subject, RuleNumbers numbers) {
        double target = Money.of(plan.targetRevenue());
        Trace trace = subject.trace();
        trace.given("periodStart", plan.periodStart());
        trace.given("periodEnd", plan.periodEnd());
        int mark = trace.mark();
        trace.given("targetRevenue", target);
        Period period = Period.of(plan);
        Double baseline = period == null ? null : baseline(period, subject);
        if (target <= 0 || baseline == null || baseline <= 0) {
            return CheckOutcome.unknown();
        }
        double growth = target / baseline - 1;
        double min = numbers.get("minGrowth", subject.tier());
        double max = numbers.get("maxGrowth", subject.tier());
        boolean tooLow = Comparison.below(growth, min);
        boolean tooHigh = Comparison.above(growth, max);
        trace.fold(mark, Combination.QUOTIENT, "target to baseline", target / baseline);
        trace.given("no growth", 1);
        trace.fold(mark, Combination.DIFFERENCE, "growth", growth);
        trace.given("minGrowth", min);
        trace.fold(mark, Combination.AT_LEAST, "enough", !tooLow);
        int most = trace.mark();
        trace.given("growth", growth);
        trace.given("maxGrowth", max);
        trace.fold(most, Combination.AT_MOST, "not too much", !tooHigh);
        if (!tooLow && !tooHigh) {
            return CheckOutcome.passed();
        }
        Evidence evidence = Evidence.none().with("growth", growth).with("baseline", baseline);
        return CheckOutcome.failed(evidence).variant(tooLow ? "low" : "high");
    }

    /** What the account brought in over as long a time before the period; null when unknown. */
    private static @Nullable Double baseline(Period period, Subject subject) {
        Revenue revenue = subject.revenue();
        if (revenue.isFact()) {
            Double prior = revenue.prior();
            Trace trace = subject.trace();
            int mark = trace.mark();
            trace.lay(revenue.explainedPrior());
            if (prior == null) {
                return null;
            }
            trace.given("share of a year", (double) period.length() / Days.YEAR);
            trace.fold(mark, Combination.PRODUCT, "baseline", prior * period.length() / Days.YEAR);
            return (Double) (prior * period.length() / Days.YEAR);
        }
        return subject.deals()
                .wonBetween(
                        period.start().minusDays(period.length()),
                        period.start().minusDays(1));
    }
}
