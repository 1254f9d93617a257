package io.plumbline.change;

import io.plumbline.config.mapping.Result;
import io.plumbline.config.tasks.TaskPolicy;
import io.plumbline.crm.RecordId;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may be written and how, for one org: the administrator's choices met with what the org can hold.
 *
 * @param targets the field of each result that is to be written; a result that is not mapped, not chosen, or whose
 *     field is a formula or hidden has none
 * @param tasks which findings become tasks
 * @param makeTasks whether tasks are made, refreshed and closed at all
 * @param minScoreChange points by which a number must differ from the one in Salesforce to be written again while the
 *     band stays; 1 writes every change. A change made by hand that is smaller than this is left
 * @param fallback who gets a task when nobody responsible is active
 * @param labels what the administrator or the language calls a clock, section, role or check, by its id, for the card
 */
public record ChangePolicy(
        Map<Result, TargetField> targets,
        TaskPolicy tasks,
        boolean makeTasks,
        int minScoreChange,
        @Nullable RecordId fallback,
        Map<String, String> labels) {

    public ChangePolicy {
        Map<Result, TargetField> inOrder = new EnumMap<>(Result.class);
        inOrder.putAll(targets);
        targets = Collections.unmodifiableMap(inOrder);
        labels = Map.copyOf(labels);
    }

    public ChangePolicy(
            Map<Result, TargetField> targets,
            TaskPolicy tasks,
            boolean makeTasks,
            int minScoreChange,
            @Nullable RecordId fallback) {
        this(targets, tasks, makeTasks, minScoreChange, fallback, Map.of());
    }

    /** The same with words for what the verdict names by id. */
    public ChangePolicy withLabels(Map<String, String> words) {
        return new ChangePolicy(targets, tasks, makeTasks, minScoreChange, fallback, words);
    }

    public static ChangePolicy of(
            Collection<TargetField> targets,
            TaskPolicy tasks,
            boolean makeTasks,
            int minScoreChange,
            Optional<RecordId> fallback) {
        Map<Result, TargetField> byResult = new EnumMap<>(Result.class);
        targets.forEach(target -> byResult.put(target.result(), target));
        return new ChangePolicy(byResult, tasks, makeTasks, minScoreChange, fallback.orElse(null));
    }

    /** The field of a result, when it is written at all. */
    public Optional<TargetField> target(Result result) {
        return Optional.ofNullable(targets.get(result));
    }

    public Optional<RecordId> fallbackPerson() {
        return Optional.ofNullable(fallback);
    }
}
