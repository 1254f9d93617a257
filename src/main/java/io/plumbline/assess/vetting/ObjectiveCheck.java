package io.plumbline.assess.vetting;

import io.plumbline.assess.Evidence;
import io.plumbline.assess.account.Period;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.explanation.Records;
import io.plumbline.assess.explanation.Trace;
import io.plumbline.config.policy.RuleNumbers;
import io.plumbline.dossier.Objective;
import io.plumbline.dossier.Plan;
import io.plumbline.dossier.text.TextReading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code vet.smart}: enough objectives say what is measured, how much, who, and by when within the plan's period. */
final class ObjectiveCheck {

    private ObjectiveCheck() {}

    static CheckOutcome smart(Plan plan, Subject subject, RuleNumbers numbers) {
        List<Objective> objectives = plan.objectives();
        Trace trace = subject.trace();
        if (objectives == null) {
            trace.given("objectives", null);
            return CheckOutcome.unknown();
        }
        if (objectives.isEmpty()) {
            trace.given("has objectives", false);
            return CheckOutcome.failed(Evidence.none().with("share", null)).variant("none");
        }
        Period period = Period.of(plan);
        Records some = trace.records();
        Records all = trace.records();
        int smart = 0;
        for (Objective objective : objectives) {
            all.add(objective.id());
            if (isSmart(objective, period, subject.words().text())) {
                smart++;
                some.add(objective.id());
            }
        }
        return CheckOutcome.ofShare(smart, some, objectives.size(), all, numbers.get("share", subject.tier()), trace);
    }

    private static boolean isSmart(Objective objective, @Nullable Period period, TextReading text) {
        return text.isFilled(objective.item().get("measure"))
                && text.isFilled(objective.item().get("target"))
                && text.isFilled(objective.item().get("ownerId"))
                && objective.dueDate() != null
                && period != null
                && period.contains(objective.dueDate());
    }
}
