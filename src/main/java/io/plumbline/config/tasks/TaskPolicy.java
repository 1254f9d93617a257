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
 * @param limits how much of a person's attention they may take
 * @param digest the weekly task for what went beyond the limits
 * @param deferredStatuses open statuses by which a person says "not now": such a task is not touched until it is
 *     taken up, or nothing needs action any more
 * @param assignmentMail whether Salesforce tells people of a new task by mail
 * @param weekend the days that are no working days
 */
public record TaskPolicy(
        Map<Theme, ThemeTask> themes,
        String openStatus,
        String closedStatus,
        boolean closeResolved,
        TaskLimits limits,
        DigestTask digest,
        Set<String> deferredStatuses,
        boolean assignmentMail,
        Set<DayOfWeek> weekend) {

    public TaskPolicy {
        EnumMap<Theme, ThemeTask> inOrder = new EnumMap<>(Theme.class);
        inOrder.putAll(themes);
        themes = Collections.unmodifiableMap(inOrder);
        weekend = Set.copyOf(weekend);
        deferredStatuses = Set.copyOf(deferredStatuses);
    }

    /** Reads {@code tasks.yaml}; problems are left in the file. */
    public static TaskPolicy read(YamlFile file) {
        return TasksReader.read(file);
    }

    public Optional<ThemeTask> task(Theme theme) {
        return Optional.ofNullable(themes.get(theme)).filter(ThemeTask::make);
    }
}
