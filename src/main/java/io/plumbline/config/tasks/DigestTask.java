package io.plumbline.config.tasks;

/**
 * The one task a week that names what a person was spared: the accounts whose tasks went beyond the limits.
 *
 * @param make false makes none
 * @param subject knows {@code {count}}
 * @param priority its Priority
 * @param dueWorkingDays working days until it is due
 */
public record DigestTask(boolean make, Wording subject, String priority, int dueWorkingDays) {}
