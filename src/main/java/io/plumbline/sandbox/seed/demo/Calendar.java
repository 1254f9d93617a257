package io.plumbline.sandbox.seed.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Days counted from the org's today: 30 is a month ago, -30 in a month. */
record Calendar(LocalDate today, ZoneId zone) {

    LocalDate day(int ago) {
        return today.minusDays(ago);
    }

    /** The day itself or, when nobody works on it, the Friday before it; after today the Monday after it. */
    LocalDate workday(int ago) {
        LocalDate day = day(ago);
        int weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY ? 1 : day.getDayOfWeek() == DayOfWeek.SUNDAY ? 2 : 0;
        if (weekend == 0) {
            return day;
        }
        return ago > 0 ? day.minusDays(weekend) : day.plusDays(3L - weekend);
    }

    /** A time of that day as the org's people see it. */
    Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(zone).toInstant();
    }

    /** Nine in the morning of the day so many days ago. */
    Instant morning(int ago) {
        return at(day(ago), 9, 0);
    }
}
