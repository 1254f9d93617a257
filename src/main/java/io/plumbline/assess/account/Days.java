package io.plumbline.assess.account;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The day of the assessment, and how far other days lie from it (model section 0).
 *
 * @param epochDay the same day as a number, which every age is counted from
 */
public record Days(LocalDate asOf, long epochDay) {

    /** The year of the model, in days. */
    public static final int YEAR = 365;

    static Days of(LocalDate asOf) {
        return new Days(asOf, asOf.toEpochDay());
    }

    /** Days since a date; negative when it lies ahead. */
    public long age(LocalDate date) {
        return epochDay - date.toEpochDay();
    }

    /** Days until a date; negative when it is past. */
    public long until(LocalDate date) {
        return -age(date);
    }

    /** Looking back, a date after the day is treated as absent. */
    public @Nullable LocalDate lookingBack(@Nullable LocalDate date) {
        return isNotAfter(date) ? date : null;
    }

    /** Whether it lies before the day: today is not late. */
    public boolean isPast(@Nullable LocalDate date) {
        return date != null && order(date) < order(asOf);
    }

    public boolean isNotAfter(@Nullable LocalDate date) {
        return date != null && order(date) <= order(asOf);
    }

    /** Grows from day to day: one comparison instead of those of year, month and day, which nobody can foresee. */
    private static long order(LocalDate date) {
        return date.getYear() * 512L + date.getMonthValue() * 32L + date.getDayOfMonth();
    }

    /** Whether {@code 0 <= age < days}. */
    public boolean isWithin(@Nullable LocalDate date, double days) {
        return date != null && isWithin(age(date), days);
    }

    /** Whether {@code 0 <= age < days}. */
    public static boolean isWithin(long age, double days) {
        return age >= 0 && Comparison.below(age, days);
    }
}
