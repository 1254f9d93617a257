package io.plumbline.assess.vetting;

import io.plumbline.assess.Evidence;
import io.plumbline.assess.account.Comparison;
import io.plumbline.assess.account.Days;
import io.plumbline.assess.account.Money;
import io.plumbline.assess.account.Period;
import io.plumbline.assess.account.Revenue;
import io.plumbline.assess.account.Subject;
import io.plumbline.config.policy.RuleNumbers;
import io.plumbline.dossier.Plan;
import org.jspecify.annotations.Nullable;

/** {@code vet.target} and {@code vet.ambition}: there is a revenue target, and it asks for neither too little nor too much. */
final class TargetChecks {

    private TargetChecks() {}

    static CheckOutcome target(Plan plan, Subject subject, RuleNumbers numbers) {
        return CheckOutcome.of(
                Money.of(plan.targetRevenue()) > 0, Evidence.none().with("target", null));
    }

    static CheckOutcome ambition(Plan plan, Subject subject, RuleNumbers numbers) {
        double target = Money.of(plan.targetRevenue());
        Period period = Period.of(plan);
        Double baseline = period == null ? null : baseline(period, subject);
        if (target <= 0 || baseline == null || baseline <= 0) {
            return CheckOutcome.unknown();
        }
        double growth = target / baseline - 1;
        boolean tooLow = Comparison.below(growth, numbers.get("minGrowth", subject.tier()));
        boolean tooHigh = Comparison.above(growth, numbers.get("maxGrowth", subject.tier()));
        Evidence evidence = Evidence.none().with("growth", growth).with("baseline", baseline);
        return CheckOutcome.of(!tooLow && !tooHigh, evidence).variant(tooLow ? "low" : "high");
    }

    /** What the account brought in over as long a time before the period; null when unknown. */
    private static @Nullable Double baseline(Period period, Subject subject) {
        Revenue revenue = subject.revenue();
        if (revenue.isFact()) {
            Double prior = revenue.prior();
            return prior == null ? null : (Double) (prior * period.length() / Days.YEAR);
        }
        return subject.deals()
                .wonBetween(
                        period.start().minusDays(period.length()),
                        period.start().minusDays(1));
    }
}
