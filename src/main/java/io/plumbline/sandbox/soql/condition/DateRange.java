package io.plumbline.sandbox.soql.condition;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days that a date literal means (trap H2): from {@code start} until the day before {@code end}. Weeks begin on Sunday and fiscal years in
 * January, as in an org with US locale and standard fiscal year.
 */
public record DateRange(LocalDate start, LocalDate end) {

    private static final Pattern LITERAL = Pattern.compile(
            "(?:(TODAY|YESTERDAY|TOMORROW)|(LAST|THIS|NEXT)_(?:FISCAL_)?(WEEK|MONTH|QUARTER|YEAR)|(LAST|NEXT)_90_DAYS|"
                    + "(LAST|NEXT)_N_(?:FISCAL_)?(DAY|WEEK|MONTH|QUARTER|YEAR)S:(\\d+)|N_(?:FISCAL_)?(DAY|WEEK|MONTH|QUARTER|YEAR)S_AGO:(\\d+))");

    private enum Unit {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR;

        LocalDate startOf(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
                case MONTH -> day.withDayOfMonth(1);
                case QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
                case YEAR -> day.withDayOfYear(1);
            };
        }

        LocalDate plus(LocalDate day, int count) {
            return switch (this) {
                case DAY -> day.plusDays(count);
                case WEEK -> day.plusWeeks(count);
                case MONTH -> day.plusMonths(count);
                case QUARTER -> day.plusMonths(3L * count);
                case YEAR -> day.plusYears(count);
            };
        }
    }

    /** What a literal means on a day; empty when it is none that there is. */
    public static Optional<DateRange> of(String literal, LocalDate today) {
        Matcher match = LITERAL.matcher(literal.toUpperCase(Locale.ROOT).replace(" ", ""));
        if (!match.matches()) {
            return Optional.empty();
        }
        if (match.group(1) != null) {
            int shift = match.group(1).equals("TODAY") ? 0 : match.group(1).equals("TOMORROW") ? 1 : -1;
            return Optional.of(units(Unit.DAY, today, shift, 1));
        }
        if (match.group(2) != null) {
            int shift = match.group(2).equals("THIS") ? 0 : match.group(2).equals("NEXT") ? 1 : -1;
            return Optional.of(units(Unit.valueOf(match.group(3)), today, shift, 1));
        }
        if (match.group(4) != null) {
            return Optional.of(several(match.group(4), Unit.DAY, today, 90));
        }
        if (match.group(5) != null) {
            return Optional.of(several(match.group(5), Unit.valueOf(match.group(6)), today, count(match.group(7))));
        }
        return Optional.of(units(Unit.valueOf(match.group(8)), today, -count(match.group(9)), 1));
    }

    /** The last n days include today; the last n of longer units end with the unit before this one. */
    private static DateRange several(String direction, Unit unit, LocalDate today, int count) {
        if (direction.equals("NEXT")) {
            return units(unit, today, 1, count);
        }
        return units(unit, today, -count, unit == Unit.DAY ? count + 1 : count);
    }

    private static DateRange units(Unit unit, LocalDate today, int shift, int count) {
        LocalDate start = unit.plus(unit.startOf(today), shift);
        return new DateRange(start, unit.plus(start, count));
    }

    private static int count(String digits) {
        return digits.length() > 6 ? 999_999 : Integer.parseInt(digits);
    }
}
