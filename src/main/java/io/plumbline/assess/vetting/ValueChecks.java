package io.plumbline.assess.vetting;

import io.plumbline.assess.Evidence;
import io.plumbline.assess.account.Comparison;
import io.plumbline.assess.account.Money;
import io.plumbline.assess.account.OpenValues;
import io.plumbline.assess.account.Subject;
import io.plumbline.config.policy.RuleNumbers;
import io.plumbline.dossier.Plan;
import io.plumbline.dossier.ValueOpportunity;
import java.util.List;
import java.util.function.Predicate;

/**
 * {@code vet.monetised}, {@code vet.mutual} and {@code vet.linked}: enough of the values still to come have a worth for us,
 * one for both sides, and an opportunity of the account.
 */
final class ValueChecks {

    private ValueChecks() {}

    static CheckOutcome monetised(Plan plan, Subject subject, RuleNumbers numbers) {
        return share(plan, subject, numbers, value -> Money.of(value.supplierValue()) > 0);
    }

    static CheckOutcome mutual(Plan plan, Subject subject, RuleNumbers numbers) {
        return share(
                plan,
                subject,
                numbers,
                value -> Money.of(value.supplierValue()) > 0 && Money.of(value.customerValue()) > 0);
    }

    static CheckOutcome linked(Plan plan, Subject subject, RuleNumbers numbers) {
        return share(
                plan,
                subject,
                numbers,
                value -> value.opportunityId() != null && subject.deals().byId(value.opportunityId()) != null);
    }

    private static CheckOutcome share(
            Plan plan, Subject subject, RuleNumbers numbers, Predicate<ValueOpportunity> condition) {
        if (plan.valueOpportunities() == null) {
            return CheckOutcome.unknown();
        }
        if (plan.valueOpportunities().isEmpty()) {
            return CheckOutcome.of(false, Evidence.none().with("share", null)).variant("none");
        }
        List<ValueOpportunity> open = OpenValues.of(plan);
        if (open.isEmpty()) {
            return CheckOutcome.unknown();
        }
        double share = (double) open.stream().filter(condition).count() / open.size();
        return CheckOutcome.of(
                Comparison.atLeast(share, numbers.get("share", subject.tier())),
                Evidence.none().with("share", share));
    }
}
