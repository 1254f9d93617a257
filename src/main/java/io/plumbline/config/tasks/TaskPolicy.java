package io.plumbline.config.tasks;

import io.plumbline.config.policy.Theme;
import io.plumbline.config.yaml.YamlFile;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which findings become tasks and how they read: tasks.yaml.
 *
 * @param themes what is done for each theme; one that is not listed makes no task
 * @param openStatus the value of Task.Status for a new task, an ApiName of TaskStatus that is open
 * @param closedStatus the one that closes a task whose findings are gone
 * @param closeResolved whether tasks are closed when their findings are gone; else people close them
 * @param maxOpenPerPerson how many of our tasks one person may have open at a time, at least 1; the accounts that
 *     need attention most come first
 * @param weekend the days that are no working days
 */
public record TaskPolicy(
        Map<Theme, ThemeTask> themes,
        String openStatus,
        String closedStatus,
        boolean closeResolved,
        int maxOpenPerPerson,
        Set<DayOfWeek> weekend) {

    public TaskPolicy {
        EnumMap<Theme, ThemeTask> inOrder = new EnumMap<>(Theme.class);
        inOrder.putAll(themes);
        themes = Collections.unmodifiableMap(inOrder);
        weekend = Set.copyOf(weekend);
    }

    /** Reads {@code tasks.yaml}; problems are left in the file. */
    public static TaskPolicy read(YamlFile file) {
        return TasksReader.read(file);
    }

    public Optional<ThemeTask> task(Theme theme) {
        return Optional.ofNullable(themes.get(theme)).filter(ThemeTask::make);
    }
}
