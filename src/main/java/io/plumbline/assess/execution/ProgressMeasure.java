package io.plumbline.assess.execution;

import io.plumbline.assess.account.Comparison;
import io.plumbline.assess.account.Days;
import io.plumbline.assess.account.Reading;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Trace;
import io.plumbline.config.policy.RuleNumbers;
import io.plumbline.dossier.Objective;
import io.plumbline.dossier.Plan;
import java.time.LocalDate;

/** {@code exec.progress}: how far objectives have come against how far time has. */
final class ProgressMeasure {

    private ProgressMeasure() {}

    static Reading progress(Plan plan, Subject subject, RuleNumbers numbers) {
        if (plan.objectives() == null) {
            subject.trace().given("objectives", null);
            return Reading.unknown();
        }
        double least = numbers.get("minExpected", subject.tier());
        Trace trace = subject.trace();
        trace.given("minExpected", least);
        int mark = trace.mark();
        double sum = 0;
        int known = 0;
        for (Objective objective : plan.objectives()) {
            LocalDate start = objective.startDate();
            LocalDate due = objective.dueDate();
            if (objective.progress() == null || start == null || due == null) {
                continue;
            }
            double expected = expected(start, due, subject.days());
            if (expected > 0 && Comparison.atLeast(expected, least)) {
                double come = Math.min(1, Math.max(0, objective.progress()) / expected);
                sum += come;
                known++;
                explain(objective, expected, come, trace);
            }
        }
        if (known == 0) {
            return Reading.unknown();
        }
        trace.fold(mark, Combination.MEAN, "share", sum / known);
        return Reading.share(sum / known);
    }

    private static void explain(Objective objective, double expected, double come, Trace trace) {
        if (objective.progress() == null) {
            return;
        }
        int mark = trace.mark();
        trace.term("progress", Math.max(0, objective.progress()), objective.id());
        trace.term("share of its time", expected, objective.id());
        trace.fold(mark, Combination.QUOTIENT, "progress against time", Math.max(0, objective.progress()) / expected);
        trace.given("most", 1);
        trace.fold(mark, Combination.LEAST, "objective", come);
        trace.weigh(1);
    }

    /** The share of the objective's time that has passed, 0 to 1. */
    private static double expected(LocalDate start, LocalDate due, Days days) {
        long length = due.toEpochDay() - start.toEpochDay();
        if (length <= 0) {
            return days.isNotAfter(due) ? 1 : 0;
        }
        return Math.clamp((double) days.age(start) / length, 0, 1);
    }
}
