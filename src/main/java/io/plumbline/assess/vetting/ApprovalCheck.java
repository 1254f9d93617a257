package io.plumbline.assess.vetting;

import io.plumbline.assess.Evidence;
import io.plumbline.assess.account.Comparison;
import io.plumbline.assess.account.Subject;
import io.plumbline.config.policy.RuleNumbers;
import io.plumbline.dossier.Plan;
import java.time.LocalDate;

/** {@code vet.approved}: somebody else than its owner agreed to the plan, at most so long before it starts. */
final class ApprovalCheck {

    private ApprovalCheck() {}

    static CheckOutcome approved(Plan plan, Subject subject, RuleNumbers numbers) {
        String approver = plan.approvedById();
        LocalDate approved = plan.approvedDate();
        Evidence evidence = Evidence.none().with("approvedById", approver).with("approvedDate", approved);
        if (approver == null || approver.isEmpty()) {
            return CheckOutcome.of(false, evidence);
        }
        if (approver.equals(plan.ownerId())) {
            return CheckOutcome.of(false, evidence).variant("self");
        }
        if (approved == null) {
            return CheckOutcome.of(false, evidence).variant("undated");
        }
        LocalDate start = plan.periodStart();
        boolean inTime = start != null
                && subject.days().isNotAfter(approved)
                && Comparison.atMost(
                        start.toEpochDay() - approved.toEpochDay(), numbers.get("daysBeforeStart", subject.tier()));
        return CheckOutcome.of(inTime, evidence).variant("date");
    }
}
