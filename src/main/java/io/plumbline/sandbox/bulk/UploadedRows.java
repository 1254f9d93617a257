package io.plumbline.sandbox.bulk;

import io.plumbline.sandbox.record.input.RecordInput;
import io.plumbline.sandbox.schema.ObjectSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns uploaded lines into records: an empty cell says nothing, {@code #N/A} clears, a dot names a parent. */
final class UploadedRows {

    private static final String CLEAR = "#N/A";

    private final ObjectSchema object;
    private final String operation;

    UploadedRows(ObjectSchema object, String operation) {
        this.object = object;
        this.operation = operation;
    }

    /**
     * Checks the header.
     *
     * @throws JobFailedException when a column is no field of the object for the caller
     */
    void check(List<String> columns) throws JobFailedException {
        if (operation.equals("delete")) {
            if (columns.size() != 1 || !columns.get(0).equalsIgnoreCase("Id")) {
                throw new JobFailedException("InvalidBatch : InvalidBatch : The 'delete' batch must contain only ids.");
            }
            return;
        }
        for (String column : columns) {
            if (!known(column)) {
                throw new JobFailedException("InvalidBatch : InvalidBatch : Field name not found : " + column);
            }
        }
    }

    /** The record of one line; a line with too few or too many cells has none. */
    Optional<RecordInput> record(List<String> columns, List<String> cells) {
        if (columns.size() != cells.size()) {
            return Optional.empty();
        }
        String id = null;
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String column = columns.get(i);
            String cell = cells.get(i);
            int dot = column.indexOf('.');
            if (column.equalsIgnoreCase("Id")) {
                id = cell.isEmpty() ? null : cell;
            } else if (cell.equals(CLEAR)) {
                fields.put(dot < 0 ? column : lookupOf(column.substring(0, dot)), null);
            } else if (!cell.isEmpty()) {
                fields.put(
                        dot < 0 ? column : column.substring(0, dot),
                        dot < 0 ? cell : new RecordInput.Reference(null, column.substring(dot + 1), cell));
            }
        }
        return Optional.of(new RecordInput(object.name(), id, fields));
    }

    private boolean known(String column) {
        int dot = column.indexOf('.');
        return dot < 0
                ? object.has(column)
                : object.relationship(column.substring(0, dot)).isPresent();
    }

    private String lookupOf(String relationship) {
        return object.relationship(relationship).map(field -> field.name()).orElse(relationship);
    }
}
