package io.plumbline.assess.vetting;

import io.plumbline.assess.Evidence;
import io.plumbline.assess.account.Comparison;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Explained;
import io.plumbline.assess.explanation.Trace;
import io.plumbline.config.policy.RuleNumbers;
import io.plumbline.dossier.Plan;

/** {@code vet.realistic}: not too much of the pipeline is overdue or was pushed again and again. */
final class RealismCheck {

    private RealismCheck() {}

    static CheckOutcome realistic(Plan plan, Subject subject, RuleNumbers numbers) {
        Trace trace = subject.trace();
        double open = subject.deals().openAmount(deal -> true);
        if (open <= 0) {
            return CheckOutcome.unknown();
        }
        Explained explainedOpen = trace.take();
        double pushes = numbers.get("pushes", subject.tier());
        trace.given("pushes", pushes);
        int mark = trace.mark();
        double share =
                subject.deals().openAmount(deal -> deal.overdue() || Comparison.atLeast(deal.pushes(), pushes)) / open;
        trace.lay(explainedOpen);
        trace.fold(mark, Combination.QUOTIENT, "share", share);
        trace.given("most", numbers.get("share", subject.tier()));
        boolean passed = Comparison.atMost(share, numbers.get("share", subject.tier()));
        trace.fold(mark, Combination.AT_MOST, "passes", passed);
        return passed
                ? CheckOutcome.passed()
                : CheckOutcome.failed(Evidence.none().with("share", share));
    }
}
