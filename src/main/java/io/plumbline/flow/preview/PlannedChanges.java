package io.plumbline.flow.preview;

import io.plumbline.change.Change;
import io.plumbline.change.ChangeSet;
import io.plumbline.change.FieldChange;
import io.plumbline.change.task.People;
import io.plumbline.change.task.TaskKey;
import io.plumbline.change.task.WeeklyDigest;
import io.plumbline.config.mapping.Result;
import io.plumbline.crm.RecordId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Planned changes in the words of a preview. */
final class PlannedChanges {

    private static final Set<Result> TEXTS = Set.of(Result.REASONS, Result.NEXT_STEP, Result.DETAIL);

    private final Map<String, Result> results;

    /** @param results by the API name of their field */
    PlannedChanges(Map<String, Result> results) {
        this.results = Map.copyOf(results);
    }

    List<FieldPreview> fields(ChangeSet planned) {
        return planned.accountUpdate().stream()
                .flatMap(update -> update.fields().stream())
                .map(this::field)
                .toList();
    }

    private FieldPreview field(FieldChange change) {
        Optional<Result> result = Optional.ofNullable(results.get(change.field().value()));
        boolean json = result.filter(Result.DETAIL::equals).isPresent();
        return new FieldPreview(
                result.map(Result::key).orElse(""),
                change.field().value(),
                json ? size(change.from().toString()) : change.from().toString(),
                json ? size(change.to().toString()) : change.to().toString(),
                change.reason(),
                result.filter(TEXTS::contains).isPresent());
    }

    private static String size(String json) {
        return json.isEmpty() ? "" : "JSON of " + json.length() + " characters";
    }

    List<TaskPreview> tasks(ChangeSet planned, People people) {
        return planned.changes().stream()
                .flatMap(change -> task(change, people))
                .toList();
    }

    private static Stream<TaskPreview> task(Change change, People people) {
        return switch (change) {
            case Change.AccountUpdate update -> Stream.of();
            case Change.TaskCreation made ->
                Stream.of(task(
                        TaskPreview.Move.OPEN,
                        made.taskKey(),
                        made.subject(),
                        name(made.owner(), people),
                        Optional.of(made.due()),
                        made.reason()));
            case Change.TaskRefresh refreshed ->
                Stream.of(task(
                        TaskPreview.Move.REWRITE,
                        refreshed.taskKey(),
                        refreshed.subject(),
                        "",
                        Optional.empty(),
                        refreshed.reason()));
            case Change.TaskClosure closed ->
                Stream.of(task(TaskPreview.Move.CLOSE, closed.taskKey(), "", "", Optional.empty(), closed.reason()));
        };
    }

    private static TaskPreview task(
            TaskPreview.Move move, String key, String subject, String owner, Optional<LocalDate> due, String reason) {
        return new TaskPreview(move, key, theme(key), subject, owner, due, reason);
    }

    private static String theme(String key) {
        return WeeklyDigest.is(key)
                ? "digest"
                : TaskKey.parse(key).map(parsed -> parsed.theme().key()).orElse("");
    }

    private static String name(RecordId person, People people) {
        return people.find(person).map(found -> found.name()).orElse(person.value());
    }
}
