package io.plumbline.assess.execution;

import io.plumbline.assess.account.Money;
import io.plumbline.assess.account.Reading;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Records;
import io.plumbline.assess.explanation.Trace;
import io.plumbline.config.policy.RuleNumbers;
import io.plumbline.dossier.Plan;
import io.plumbline.dossier.ValueOpportunity;

/** {@code exec.delivered}: how much of the value that was due has been delivered. */
final class DeliveryMeasure {

    private DeliveryMeasure() {}

    static Reading delivered(Plan plan, Subject subject, RuleNumbers numbers) {
        if (plan.valueOpportunities() == null) {
            subject.trace().given("valueOpportunities", null);
            return Reading.unknown();
        }
        Trace trace = subject.trace();
        Records due = trace.records();
        double delivered = 0;
        double promised = 0;
        for (ValueOpportunity value : plan.valueOpportunities()) {
            if (value.state() != ValueOpportunity.State.DROPPED
                    && subject.days().isNotAfter(value.dueDate())) {
                delivered += Money.of(value.deliveredValue());
                promised += Money.of(value.supplierValue());
                due.add(value.id());
            }
        }
        int mark = trace.mark();
        trace.given("deliveredValue", delivered, due);
        trace.given("supplierValue", promised, due);
        if (promised <= 0) {
            return Reading.unknown();
        }
        trace.fold(mark, Combination.QUOTIENT, "delivered share", delivered / promised);
        trace.given("most", 1);
        trace.fold(mark, Combination.LEAST, "share", Math.min(1, delivered / promised));
        return Reading.share(Math.min(1, delivered / promised));
    }
}
