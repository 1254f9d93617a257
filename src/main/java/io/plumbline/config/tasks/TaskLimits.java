package io.plumbline.config.tasks;

/**
 * How much of a person's attention tasks may take. What goes beyond stays visible in the fields of the account.
 *
 * @param openPerPerson how many of our tasks one person may have open at a time, at least 1
 * @param newPerPersonAndWeek how many new ones a person gets within seven days, at least 1; the accounts that need
 *     attention most come first
 * @param coolDownDays how long a theme is left in peace after a person completed or deleted its task while the reason
 *     stands
 */
public record TaskLimits(int openPerPerson, int newPerPersonAndWeek, int coolDownDays) {}
