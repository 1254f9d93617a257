package io.plumbline.sandbox.record;

import io.plumbline.sandbox.record.refusal.RecordError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one merge.
 *
 * @param id the record that stayed, absent when refused
 * @param mergedIds the records that went
 * @param updatedRelatedIds the records that belong to the master now
 */
public record MergeResult(
        @Nullable String id, List<String> mergedIds, List<String> updatedRelatedIds, List<RecordError> errors) {

    public MergeResult {
        mergedIds = List.copyOf(mergedIds);
        updatedRelatedIds = List.copyOf(updatedRelatedIds);
        errors = List.copyOf(errors);
    }

    public boolean success() {
        return errors.isEmpty();
    }

    static MergeResult refused(RecordError error) {
        return new MergeResult(null, List.of(), List.of(), List.of(error));
    }
}
