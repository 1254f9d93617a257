package io.plumbline.dossier;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Dates as the model reads them: the first ten characters count, what cannot be read is absent (model section 0). */
public final class CalendarDate {

    /** The years of nearly all dates in a CRM: of their days there is one object each, whichever dossiers speak of them. */
    private static final int FIRST_YEAR = 2000;

    private static final int YEARS = 50;

    /** By year, month and day of 31 a month; null where the calendar has no such day. */
    private static final @Nullable LocalDate[] USUAL = usual();

    private CalendarDate() {}

    private static @Nullable LocalDate[] usual() {
        @Nullable LocalDate[] days = new LocalDate[YEARS * 12 * 31];
        LocalDate end = LocalDate.of(FIRST_YEAR + YEARS, 1, 1);
        for (LocalDate day = LocalDate.of(FIRST_YEAR, 1, 1); day.isBefore(end); day = day.plusDays(1)) {
            days[place(day.getYear(), day.getMonthValue(), day.getDayOfMonth())] = day;
        }
        return days;
    }

    private static int place(int year, int month, int day) {
        return ((year - FIRST_YEAR) * 12 + month - 1) * 31 + day - 1;
    }

    public static @Nullable LocalDate read(String text) {
        if (text.length() < 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        if (year < 0 || month < 1 || month > 12 || day < 1 || day > 31) {
            return null;
        }
        if (year >= FIRST_YEAR && year < FIRST_YEAR + YEARS) {
            return USUAL[place(year, month, day)];
        }
        return day > YearMonth.of(year, month).lengthOfMonth() ? null : LocalDate.of(year, month, day);
    }

    /** Negative when something else than digits stands there. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }
}
