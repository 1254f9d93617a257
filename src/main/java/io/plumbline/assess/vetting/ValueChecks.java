package io.plumbline.assess.vetting;

import io.plumbline.assess.Evidence;
import io.plumbline.assess.account.Money;
import io.plumbline.assess.account.OpenValues;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.explanation.Records;
import io.plumbline.assess.explanation.Trace;
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
        Trace trace = subject.trace();
        if (plan.valueOpportunities() == null) {
            trace.given("valueOpportunities", null);
            return CheckOutcome.unknown();
        }
        if (plan.valueOpportunities().isEmpty()) {
            trace.given("has value opportunities", false);
            return CheckOutcome.failed(Evidence.none().with("share", null)).variant("none");
        }
        List<ValueOpportunity> open = OpenValues.of(plan);
        if (open.isEmpty()) {
            trace.given("open value opportunities", 0);
            return CheckOutcome.unknown();
        }
        Records some = trace.records();
        Records all = trace.records();
        int meeting = 0;
        for (ValueOpportunity value : open) {
            all.add(value.id());
            if (condition.test(value)) {
                meeting++;
                some.add(value.id());
            }
        }
        return CheckOutcome.ofShare(meeting, some, open.size(), all, numbers.get("share", subject.tier()), trace);
    }
}
