package io.plumbline.assess.execution;

import io.plumbline.assess.account.Money;
import io.plumbline.assess.account.Reading;
import io.plumbline.assess.account.Subject;
import io.plumbline.config.policy.RuleNumbers;
import io.plumbline.dossier.Plan;
import io.plumbline.dossier.ValueOpportunity;

/** {@code exec.delivered}: how much of the value that was due has been delivered. */
final class DeliveryMeasure {

    private DeliveryMeasure() {}

    static Reading delivered(Plan plan, Subject subject, RuleNumbers numbers) {
        if (plan.valueOpportunities() == null) {
            return Reading.unknown();
        }
        double delivered = 0;
        double promised = 0;
        for (ValueOpportunity value : plan.valueOpportunities()) {
            if (value.state() != ValueOpportunity.State.DROPPED
                    && subject.days().isNotAfter(value.dueDate())) {
                delivered += Money.of(value.deliveredValue());
                promised += Money.of(value.supplierValue());
            }
        }
        return promised <= 0 ? Reading.unknown() : Reading.share(Math.min(1, delivered / promised));
    }
}
