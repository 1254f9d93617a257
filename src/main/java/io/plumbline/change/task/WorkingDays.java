package io.plumbline.change.task;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/** A calendar without holidays: all days work but the weekend. */
record WorkingDays(Set<DayOfWeek> weekend) {

    WorkingDays {
        if (weekend.containsAll(EnumSet.allOf(DayOfWeek.class))) {
            throw new IllegalArgumentException("tasks.yaml names all seven days as weekend; at least one must work");
        }
    }

    /** The date so many working days later; with 0 the day itself, or the first working day after it. */
    LocalDate after(LocalDate start, int days) {
        LocalDate date = start;
        for (int left = days; left > 0 || weekend.contains(date.getDayOfWeek()); ) {
            date = date.plusDays(1);
            if (left > 0 && !weekend.contains(date.getDayOfWeek())) {
                left--;
            }
        }
        return date;
    }
}
