package io.plumbline.sandbox.record;

import io.plumbline.sandbox.record.refusal.RecordError;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one record of a write, in the order of the call.
 *
 * @param id the record, absent when refused
 * @param created whether an upsert made a new record; true for every successful create
 */
public record SaveResult(@Nullable String id, boolean created, List<RecordError> errors) {

    public SaveResult {
        errors = List.copyOf(errors);
    }

    public boolean success() {
        return errors.isEmpty();
    }

    public Optional<String> recordId() {
        return Optional.ofNullable(id);
    }

    static SaveResult saved(String id, boolean created) {
        return new SaveResult(id, created, List.of());
    }

    static SaveResult refused(RecordError error) {
        return new SaveResult(null, false, List.of(error));
    }
}
