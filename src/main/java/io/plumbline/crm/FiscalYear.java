package io.plumbline.crm;

import java.time.LocalDate;

/**
 * How an org counts its fiscal years, as its Company Information says.
 *
 * @param startMonth the month with whose first day a fiscal year begins, 1 to 12
 * @param namedByStart whether a year is called after the calendar year in which it begins; else after the one in which it
 *     ends
 */
public record FiscalYear(int startMonth, boolean namedByStart) {

    /** The calendar year, which is what Salesforce gives a new org. */
    public static final FiscalYear CALENDAR = new FiscalYear(1, false);

    /** @throws IllegalArgumentException when there is no such month */
    public FiscalYear {
        if (startMonth < 1 || startMonth > 12) {
            throw new IllegalArgumentException("A fiscal year cannot begin with month " + startMonth);
        }
    }

    /** The first day of the fiscal year of this name. */
    public LocalDate firstDay(int name) {
        return LocalDate.of(startMonth == 1 || namedByStart ? name : name - 1, startMonth, 1);
    }

    /** The last day of the fiscal year of this name. */
    public LocalDate lastDay(int name) {
        return firstDay(name).plusYears(1).minusDays(1);
    }

    /** What the fiscal year is called that begins in a calendar year. */
    public int nameOfTheOneBeginningIn(int calendarYear) {
        return startMonth == 1 || namedByStart ? calendarYear : calendarYear + 1;
    }
}
