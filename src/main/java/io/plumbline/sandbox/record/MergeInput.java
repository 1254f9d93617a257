package io.plumbline.sandbox.record;

import io.plumbline.sandbox.record.input.RecordInput;
import java.util.List;

/**
 * One merge as a caller asks for it.
 *
 * @param master the record that stays, with the fields that change on it
 * @param mergedIds the records that go, one or two
 */
public record MergeInput(RecordInput master, List<String> mergedIds) {

    public MergeInput {
        mergedIds = List.copyOf(mergedIds);
    }
}
