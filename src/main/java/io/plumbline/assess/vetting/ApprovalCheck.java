package io.plumbline.assess.vetting;

import io.plumbline.assess.Evidence;
import io.plumbline.assess.account.Comparison;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.explanation.Trace;
import io.plumbline.config.policy.RuleNumbers;
import io.plumbline.dossier.Plan;
import java.time.LocalDate;

/** {@code vet.approved}: somebody else than its owner agreed to the plan, at most so long before it starts. */
final class ApprovalCheck {

    private ApprovalCheck() {}

    static CheckOutcome approved(Plan plan, Subject subject, RuleNumbers numbers) {
        String approver = plan.approvedById();
        LocalDate approved = plan.approvedDate();
        Trace trace = subject.trace();
        trace.given("approvedById", approver);
        trace.given("approvedDate", approved);
        trace.given("ownerId", plan.ownerId());
        trace.given("periodStart", plan.periodStart());
        trace.given("daysBeforeStart", numbers.get("daysBeforeStart", subject.tier()));
        if (approver == null || approver.isEmpty()) {
            trace.given("approved by somebody", false);
            return failed(plan);
        }
        if (approver.equals(plan.ownerId())) {
            trace.given("by somebody else than the owner", false);
            return failed(plan).variant("self");
        }
        if (approved == null) {
            trace.given("with a date", false);
            return failed(plan).variant("undated");
        }
        LocalDate start = plan.periodStart();
        boolean inTime = start != null
                && subject.days().isNotAfter(approved)
                && Comparison.atMost(
                        start.toEpochDay() - approved.toEpochDay(), numbers.get("daysBeforeStart", subject.tier()));
        trace.given("in time", inTime);
        return inTime ? CheckOutcome.passed() : failed(plan).variant("date");
    }

    private static CheckOutcome failed(Plan plan) {
        return CheckOutcome.failed(
                Evidence.none().with("approvedById", plan.approvedById()).with("approvedDate", plan.approvedDate()));
    }
}
