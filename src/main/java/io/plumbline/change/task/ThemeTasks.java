package io.plumbline.change.task;

import io.plumbline.change.KnownTask;
import io.plumbline.config.policy.Theme;
import io.plumbline.crm.RecordId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The tasks of one theme of one account, oldest first, whatever their state.
 *
 * <p>Tasks of an account that was merged into this one keep their own keys and count here, so that a merge makes no
 * second open task (trap G1).
 */
record ThemeTasks(Theme theme, List<KnownTask> tasks) {

    static ThemeTasks of(Theme theme, List<KnownTask> known) {
        Comparator<KnownTask> byNumber = Comparator.comparingInt(
                task -> TaskKey.parse(task.key()).orElseThrow().number());
        return new ThemeTasks(
                theme,
                known.stream()
                        .filter(task -> TaskKey.parse(task.key())
                                .filter(key -> key.theme() == theme)
                                .isPresent())
                        .sorted(byNumber.thenComparing(KnownTask::key))
                        .toList());
    }

    List<KnownTask> allOpen() {
        return tasks.stream()
                .filter(task -> task.state() == KnownTask.State.OPEN)
                .toList();
    }

    /**
     * Open ones that came over from another account with a merge while another task of the theme is open (trap G1).
     * Older ones that people reopened are theirs.
     */
    List<KnownTask> comeOverBeside(KnownTask kept, RecordId account) {
        return allOpen().stream()
                .filter(task -> !task.equals(kept))
                .filter(task ->
                        !TaskKey.parse(task.key()).orElseThrow().account().equals(account))
                .toList();
    }

    /** The open one that goes on: the account's own before one that came over with a merge, the newest first. */
    Optional<KnownTask> open(RecordId account) {
        return allOpen().reversed().stream()
                .min(Comparator.comparing(task ->
                        !TaskKey.parse(task.key()).orElseThrow().account().equals(account)));
    }

    Optional<KnownTask> latest() {
        return tasks.reversed().stream().findFirst();
    }

    TaskKey next(RecordId account) {
        int last = tasks.stream()
                .flatMap(task -> TaskKey.parse(task.key()).stream())
                .filter(key -> key.account().equals(account))
                .mapToInt(TaskKey::number)
                .max()
                .orElse(0);
        return new TaskKey(account, theme, last + 1);
    }
}
