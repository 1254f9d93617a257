package io.plumbline.change;

import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.journal.Effect;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Our own saved writes laid over what was read, since they are read back in the next run only.
 *
 * <p>A write counts when what was read is older than it. A task that we made, and that is no longer there although
 * everything up to a later moment was read, was deleted by a person.
 */
public final class OwnWrites {

    private final List<Effect> saved;

    /** @param saved the last saved change under each key of the account, the oldest first */
    public OwnWrites(List<Effect> saved) {
        this.saved = List.copyOf(saved);
    }

    /**
     * @param read what was read of the account
     * @param accountStamp the stamp (SystemModstamp) of the account as it was read
     * @param tasksReadUpTo every task whose stamp lies before this moment was read
     */
    public KnownState over(KnownState read, Instant accountStamp, Instant tasksReadUpTo) {
        Map<FieldName, FieldValue> fields = new TreeMap<>(read.fields());
        Map<String, KnownTask> tasks = new TreeMap<>();
        read.tasks().forEach(task -> tasks.put(task.key(), task));
        for (Effect effect : saved) {
            if (isSeen(effect, tasks.containsKey(effect.changeKey()), accountStamp, tasksReadUpTo)) {
                continue;
            }
            boolean tasksWereReadLater = effect.settledAt().isBefore(tasksReadUpTo);
            switch (ChangeJson.read(effect.payload())) {
                case Change.AccountUpdate update -> {
                    if (accountStamp.isBefore(effect.settledAt())) {
                        update.fields().forEach(change -> fields.replace(change.field(), change.to()));
                    }
                }
                case Change.TaskCreation creation ->
                    effect.record()
                            .ifPresent(id -> tasks.putIfAbsent(
                                    creation.taskKey(),
                                    new KnownTask(
                                            id,
                                            creation.taskKey(),
                                            tasksWereReadLater ? KnownTask.State.DELETED : KnownTask.State.OPEN,
                                            creation.subject(),
                                            creation.description(),
                                            creation.priority(),
                                            "",
                                            Optional.of(day(effect)))));
                case Change.TaskRefresh refresh -> {
                    KnownTask then = tasks.get(refresh.taskKey());
                    if (then == null || !tasksWereReadLater) {
                        tasks.put(refresh.taskKey(), after(refresh, then, tasksWereReadLater, day(effect)));
                    }
                }
                case Change.TaskClosure closure -> {
                    KnownTask then = tasks.get(closure.taskKey());
                    if (then == null || !tasksWereReadLater) {
                        tasks.put(closure.taskKey(), after(closure, then, tasksWereReadLater, day(effect)));
                    }
                }
            }
        }
        return new KnownState(fields, new ArrayList<>(tasks.values()), read.settledTasks(), read.mark());
    }

    /**
     * Whether what was read shows all that came of a write, which key and times tell of nearly every one: reading what each of
     * them says took more than judging its account.
     */
    private static boolean isSeen(Effect effect, boolean isTaskThere, Instant accountStamp, Instant tasksReadUpTo) {
        return effect.changeKey().equals(Change.AccountUpdate.keyOf(effect.account()))
                ? !accountStamp.isBefore(effect.settledAt())
                : isTaskThere && effect.settledAt().isBefore(tasksReadUpTo);
    }

    private static KnownTask after(Change.TaskRefresh refresh, @Nullable KnownTask then, boolean gone, LocalDate day) {
        KnownTask.State state = gone ? KnownTask.State.DELETED : then == null ? KnownTask.State.OPEN : then.state();
        return new KnownTask(
                refresh.task(),
                refresh.taskKey(),
                state,
                refresh.subject(),
                refresh.description(),
                refresh.priority(),
                then == null ? "" : then.status(),
                Optional.of(day));
    }

    private static KnownTask after(Change.TaskClosure closure, @Nullable KnownTask then, boolean gone, LocalDate day) {
        return new KnownTask(
                closure.task(),
                closure.taskKey(),
                gone ? KnownTask.State.DELETED : KnownTask.State.CLOSED,
                then == null ? "" : then.subject(),
                closure.description(),
                then == null ? "" : then.priority(),
                closure.status(),
                Optional.of(day));
    }

    private static LocalDate day(Effect effect) {
        return LocalDate.ofInstant(effect.settledAt(), ZoneOffset.UTC);
    }
}
