package io.plumbline.assess.execution;

import io.plumbline.assess.account.Comparison;
import io.plumbline.assess.account.Days;
import io.plumbline.assess.account.Reading;
import io.plumbline.assess.account.Subject;
import io.plumbline.config.policy.RuleNumbers;
import io.plumbline.dossier.Objective;
import io.plumbline.dossier.Plan;
import java.time.LocalDate;

/** {@code exec.progress}: how far objectives have come against how far time has. */
final class ProgressMeasure {

    private ProgressMeasure() {}

    static Reading progress(Plan plan, Subject subject, RuleNumbers numbers) {
        if (plan.objectives() == null) {
            return Reading.unknown();
        }
        double least = numbers.get("minExpected", subject.tier());
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
                sum += Math.min(1, Math.max(0, objective.progress()) / expected);
                known++;
            }
        }
        return known == 0 ? Reading.unknown() : Reading.share(sum / known);
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
