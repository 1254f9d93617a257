package io.plumbline.assess.execution;

import io.plumbline.assess.account.Comparison;
import io.plumbline.assess.account.Days;
import io.plumbline.assess.account.Reading;
import io.plumbline.assess.account.Subject;
import io.plumbline.config.policy.RuleNumbers;
import io.plumbline.dossier.Plan;
import io.plumbline.dossier.PlanAction;
import java.time.LocalDate;

/** {@code exec.on_time} and {@code exec.overdue}: whether actions get done by their date. */
final class ActionMeasures {

    private ActionMeasures() {}

    static Reading onTime(Plan plan, Subject subject, RuleNumbers numbers) {
        if (plan.actions() == null) {
            return Reading.unknown();
        }
        Days days = subject.days();
        double window = subject.at(subject.policy().windows().onTime());
        int due = 0;
        int onTime = 0;
        for (PlanAction action : plan.actions()) {
            LocalDate date = action.dueDate();
            if (date == null || days.age(date) < 1 || Comparison.above(days.age(date), window)) {
                continue;
            }
            due++;
            LocalDate completed = days.lookingBack(action.completedDate());
            onTime += completed != null && !completed.isAfter(date) ? 1 : 0;
        }
        return due == 0 ? Reading.unknown() : Reading.x((double) onTime / due);
    }

    static Reading overdue(Plan plan, Subject subject, RuleNumbers numbers) {
        if (plan.actions() == null) {
            return Reading.unknown();
        }
        int uncompleted = 0;
        int overdue = 0;
        for (PlanAction action : plan.actions()) {
            if (!subject.days().isNotAfter(action.completedDate())) {
                uncompleted++;
                overdue += action.dueDate() == null || subject.days().isPast(action.dueDate()) ? 1 : 0;
            }
        }
        return uncompleted == 0 ? Reading.unknown() : Reading.x((double) overdue / uncompleted);
    }
}
