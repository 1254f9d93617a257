package io.plumbline.assess.vetting;

import io.plumbline.assess.Evidence;
import io.plumbline.assess.account.Comparison;
import io.plumbline.assess.account.Days;
import io.plumbline.assess.account.Money;
import io.plumbline.assess.account.OpenValues;
import io.plumbline.assess.account.Period;
import io.plumbline.assess.account.Subject;
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
        if (target <= 0 || period == null || revenue == null) {
            return CheckOutcome.unknown();
        }
        double won = won(period, subject, revenue);
        double expected =
                subject.deals().expected(deal -> closesBy(deal.opportunity().closeDate(), period.end()));
        double unlinked = unlinked(plan);
        double daysLeft = Math.clamp(subject.days().until(period.end()), 0, period.length());
        double runRate = revenue * daysLeft / Days.YEAR;
        double covered = (won + Math.max(expected + unlinked, runRate)) / target;
        Evidence evidence = Evidence.none()
                .with("won", won)
                .with("expected", expected)
                .with("unlinked", unlinked)
                .with("runRate", runRate)
                .with("target", target);
        return CheckOutcome.of(Comparison.atLeast(covered, numbers.get("coverage", subject.tier())), evidence);
    }

    private static double won(Period period, Subject subject, double revenue) {
        LocalDate asOf = subject.days().asOf();
        if (subject.revenue().isFact()) {
            double elapsed = Math.clamp(subject.days().age(period.start()) + 1, 0, period.length());
            return revenue * elapsed / Days.YEAR;
        }
        return subject.deals().wonBetween(period.start(), asOf.isBefore(period.end()) ? asOf : period.end());
    }

    private static boolean closesBy(@Nullable LocalDate close, LocalDate end) {
        return close != null && !close.isAfter(end);
    }

    /** Value of the plan that no opportunity stands for yet, by its confidence. */
    private static double unlinked(Plan plan) {
        double sum = 0;
        for (ValueOpportunity value : OpenValues.of(plan)) {
            if (value.opportunityId() == null) {
                double confidence = value.confidence() == null ? 0 : Math.clamp(value.confidence(), 0.0, 1.0);
                sum += Money.of(value.supplierValue()) * confidence;
            }
        }
        return sum;
    }
}
