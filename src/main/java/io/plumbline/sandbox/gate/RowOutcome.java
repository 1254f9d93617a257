package io.plumbline.sandbox.gate;

import io.plumbline.sandbox.record.SaveResult;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row of a write, in the order of the call.
 *
 * @param id the record; absent when refused
 * @param created whether a new record was made
 */
public record RowOutcome(@Nullable String id, boolean created, List<RowProblem> problems) {

    public RowOutcome {
        problems = List.copyOf(problems);
    }

    static RowOutcome of(SaveResult result) {
        return new RowOutcome(
                result.recordId().orElse(null),
                result.created(),
                result.errors().stream().map(RowProblem::of).toList());
    }

    static RowOutcome refused(String code, String message, List<String> fields) {
        return new RowOutcome(null, false, List.of(new RowProblem(code, message, fields)));
    }

    public boolean success() {
        return problems.isEmpty();
    }

    public Optional<String> recordId() {
        return Optional.ofNullable(id);
    }
}
