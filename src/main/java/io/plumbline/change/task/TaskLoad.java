package io.plumbline.change.task;

import io.plumbline.change.Change;
import io.plumbline.change.ChangeSet;
import io.plumbline.crm.RecordId;
import io.plumbline.journal.StandingTask;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What of our tasks counts against whose limits. */
public final class TaskLoad {

    private static final Duration WEEK = Duration.ofDays(7);

    private TaskLoad() {}

    /**
     * The tasks of an account as they stand once its changes are made. One that is being closed leaves room for another,
     * else that would come with the next run for no new reason. What counts for nobody is left out: tasks that are over
     * and older than a week.
     */
    public static List<StandingTask> after(ChangeSet changes, Collection<StandingTask> tasks, Instant now) {
        Set<String> closing = changes.changes().stream()
                .filter(Change.TaskClosure.class::isInstance)
                .map(closure -> ((Change.TaskClosure) closure).taskKey())
                .collect(Collectors.toSet());
        return tasks.stream()
                .map(task -> closing.contains(task.key()) ? closed(task) : task)
                .filter(task -> task.open() || isOfThisWeek(task, now) || isUndatedDigest(task))
                .toList();
    }

    /** What people have, digests aside, which count against no limit. */
    public static TaskBudget.Load of(Collection<StandingTask> tasks, Instant now) {
        Map<RecordId, Integer> open = new HashMap<>();
        Map<RecordId, Integer> thisWeek = new HashMap<>();
        tasks.stream()
                .filter(task -> !WeeklyDigest.is(task.key()))
                .forEach(task -> task.owner().ifPresent(owner -> {
                    if (task.open()) {
                        open.merge(owner, 1, Integer::sum);
                    }
                    if (isOfThisWeek(task, now)) {
                        thisWeek.merge(owner, 1, Integer::sum);
                    }
                }));
        return new TaskBudget.Load(open, thisWeek);
    }

    private static boolean isOfThisWeek(StandingTask task, Instant now) {
        return task.createdAt().filter(now.minus(WEEK)::isBefore).isPresent();
    }

    private static boolean isUndatedDigest(StandingTask task) {
        return task.createdAt().isEmpty() && WeeklyDigest.is(task.key());
    }

    private static StandingTask closed(StandingTask task) {
        return new StandingTask(task.account(), task.key(), task.owner(), false, task.createdAt());
    }
}
