package io.plumbline.assess.vetting;

import io.plumbline.assess.Evidence;
import io.plumbline.assess.account.Comparison;
import io.plumbline.assess.account.Subject;
import io.plumbline.config.policy.RuleNumbers;
import io.plumbline.dossier.Plan;

/** {@code vet.realistic}: not too much of the pipeline is overdue or was pushed again and again. */
final class RealismCheck {

    private RealismCheck() {}

    static CheckOutcome realistic(Plan plan, Subject subject, RuleNumbers numbers) {
        double open = subject.deals().openAmount(deal -> true);
        if (open <= 0) {
            return CheckOutcome.unknown();
        }
        double pushes = numbers.get("pushes", subject.tier());
        double share =
                subject.deals().openAmount(deal -> deal.overdue() || Comparison.atLeast(deal.pushes(), pushes)) / open;
        return CheckOutcome.of(
                Comparison.atMost(share, numbers.get("share", subject.tier())),
                Evidence.none().with("share", share));
    }
}
