package io.plumbline.assess.execution;

import io.plumbline.assess.account.Comparison;
import io.plumbline.assess.account.Days;
import io.plumbline.assess.account.Reading;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Records;
import io.plumbline.assess.explanation.Trace;
import io.plumbline.config.policy.RuleNumbers;
import io.plumbline.dossier.Plan;
import io.plumbline.dossier.PlanAction;
import java.time.LocalDate;

/** {@code exec.on_time} and {@code exec.overdue}: whether actions get done by their date. */
final class ActionMeasures {

    private ActionMeasures() {}

    static Reading onTime(Plan plan, Subject subject, RuleNumbers numbers) {
        if (plan.actions() == null) {
            subject.trace().given("actions", null);
            return Reading.unknown();
        }
        Days days = subject.days();
        double window = subject.at(subject.policy().windows().onTime());
        Trace trace = subject.trace();
        Records dueActions = trace.records();
        Records onTimeActions = trace.records();
        int due = 0;
        int onTime = 0;
        for (PlanAction action : plan.actions()) {
            LocalDate date = action.dueDate();
            if (date == null || days.age(date) < 1 || Comparison.above(days.age(date), window)) {
                continue;
            }
            due++;
            dueActions.add(action.id());
            LocalDate completed = days.lookingBack(action.completedDate());
            if (completed != null && !completed.isAfter(date)) {
                onTime++;
                onTimeActions.add(action.id());
            }
        }
        trace.given("days", window);
        return share("done on time", onTime, onTimeActions, "due", due, dueActions, trace);
    }

    static Reading overdue(Plan plan, Subject subject, RuleNumbers numbers) {
        if (plan.actions() == null) {
            subject.trace().given("actions", null);
            return Reading.unknown();
        }
        Trace trace = subject.trace();
        Records uncompletedActions = trace.records();
        Records overdueActions = trace.records();
        int uncompleted = 0;
        int overdue = 0;
        for (PlanAction action : plan.actions()) {
            if (!subject.days().isNotAfter(action.completedDate())) {
                uncompleted++;
                uncompletedActions.add(action.id());
                if (action.dueDate() == null || subject.days().isPast(action.dueDate())) {
                    overdue++;
                    overdueActions.add(action.id());
                }
            }
        }
        return share("overdue", overdue, overdueActions, "open", uncompleted, uncompletedActions, trace);
    }

    private static Reading share(
            String part, int some, Records ofThem, String whole, int all, Records ofAll, Trace trace) {
        int mark = trace.mark();
        trace.count(part, some, ofThem);
        trace.count(whole, all, ofAll);
        if (all == 0) {
            return Reading.unknown();
        }
        trace.fold(mark, Combination.QUOTIENT, "share", (double) some / all);
        return Reading.x((double) some / all);
    }
}
