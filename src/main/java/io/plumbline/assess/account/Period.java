package io.plumbline.assess.account;

import io.plumbline.dossier.Plan;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The period of a plan, where both dates are known and in order (model section 4); both days are included. */
public record Period(LocalDate start, LocalDate end) {

    /** Null when the plan has no period. */
    public static @Nullable Period of(Plan plan) {
        LocalDate start = plan.periodStart();
        LocalDate end = plan.periodEnd();
        return start == null || end == null || start.isAfter(end) ? null : new Period(start, end);
    }

    /** L, in days. */
    public long length() {
        return end.toEpochDay() - start.toEpochDay() + 1;
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(start) && !date.isAfter(end);
    }
}
