package io.plumbline.config.tasks;

import io.plumbline.config.policy.Severity;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The task made for one theme of one account; at most one is open at a time.
 *
 * @param make whether tasks are made for this theme at all
 * @param from the least severity of the theme's worst finding that makes a task
 * @param subject at most 255 characters once filled; longer ones are cut by the writer
 * @param priority the value of Task.Priority for each severity of the worst finding
 * @param dueWorkingDays working days from the day the task is made to its due date, by severity, 0 or more
 */
public record ThemeTask(
        boolean make,
        Severity from,
        Wording subject,
        Wording description,
        Map<Severity, String> priority,
        Map<Severity, Integer> dueWorkingDays) {

    public ThemeTask {
        priority = Collections.unmodifiableMap(new EnumMap<>(priority));
        dueWorkingDays = Collections.unmodifiableMap(new EnumMap<>(dueWorkingDays));
    }

    /** Whether a worst finding of this severity makes a task. */
    public boolean wants(Severity worst) {
        return make && worst.atLeast(from);
    }

    /** @throws IllegalArgumentException when the severity has none, which the loader rules out */
    public String priority(Severity severity) {
        return known(priority.get(severity), severity);
    }

    /** @throws IllegalArgumentException when the severity has none, which the loader rules out */
    public int dueWorkingDays(Severity severity) {
        return known(dueWorkingDays.get(severity), severity);
    }

    private static <T> T known(@Nullable T value, Severity severity) {
        if (value == null) {
            throw new IllegalArgumentException("nothing is configured for severity " + severity.key());
        }
        return value;
    }
}
