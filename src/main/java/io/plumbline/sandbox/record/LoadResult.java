package io.plumbline.sandbox.record;

import io.plumbline.sandbox.record.refusal.RecordError;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row that was loaded.
 *
 * @param id the record, absent when the row could not be loaded
 * @param problems why not, in words for the person who owns the file
 */
public record LoadResult(@Nullable String id, List<RecordError> problems) {

    public LoadResult {
        problems = List.copyOf(problems);
    }

    public boolean loaded() {
        return problems.isEmpty();
    }

    public Optional<String> recordId() {
        return Optional.ofNullable(id);
    }
}
