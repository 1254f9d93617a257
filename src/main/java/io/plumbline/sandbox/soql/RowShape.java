package io.plumbline.sandbox.soql;

import io.plumbline.sandbox.record.store.RecordView;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.schema.FieldSchema;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The nesting of a result row: plain fields, a row of its own for each parent, the result of its own for children, in the order of the SELECT.
 */
final class RowShape {

    /** One entry of a row; {@code shared} says that the record is shown as the object called Name. */
    @FunctionalInterface
    private interface Part {
        @Nullable
        Object of(RecordView records, StoredRecord record, boolean shared);
    }

    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Map<String, RowShape> parents = new HashMap<>();
    private boolean flat = true;

    /** Whether it shows nothing but fields of the record itself. */
    boolean flat() {
        return flat;
    }

    void add(FieldPath path) {
        add(path.steps(), path.leaf());
    }

    void add(ChildSelect children) {
        flat = false;
        parts.put(children.relationship(), (records, record, shared) -> children.of(records, record));
    }

    void add(TypeSwitch types) {
        flat = false;
        parts.put(types.name(), (records, record, shared) -> types.row(records, record));
    }

    private void add(List<FieldSchema> steps, FieldSchema leaf) {
        if (steps.isEmpty()) {
            parts.put(
                    leaf.name(),
                    (records, record, shared) ->
                            shared ? FieldPath.shared(records, record, leaf) : records.value(record, leaf));
            return;
        }
        flat = false;
        FieldSchema step = steps.getFirst();
        RowShape parent = parents.computeIfAbsent(String.valueOf(step.relationshipName()), name -> {
            RowShape shape = new RowShape();
            parts.put(name, (records, record, shared) -> shape.parentRow(records, record, step));
            return shape;
        });
        parent.add(steps.subList(1, steps.size()), leaf);
    }

    /** A record as what it is. */
    ResultRow row(RecordView records, StoredRecord record) {
        return row(records, record, false);
    }

    /** A record as the object called Name, which all parents of a polymorphic reference share. */
    ResultRow sharedRow(RecordView records, StoredRecord record) {
        return row(records, record, true);
    }

    private ResultRow row(RecordView records, StoredRecord record, boolean shared) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        parts.forEach((name, part) -> values.put(name, part.of(records, record, shared)));
        return new ResultRow(shared ? "Name" : record.object().name(), record.id(), values);
    }

    private @Nullable ResultRow parentRow(RecordView records, StoredRecord record, FieldSchema reference) {
        return Optional.ofNullable(record.text(reference.name()))
                .flatMap(records::find)
                .map(parent -> row(records, parent, reference.polymorphic()))
                .orElse(null);
    }
}
