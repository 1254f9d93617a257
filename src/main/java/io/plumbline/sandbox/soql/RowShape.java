package io.plumbline.sandbox.soql;

import io.plumbline.sandbox.record.RecordView;
import io.plumbline.sandbox.record.StoredRecord;
import io.plumbline.sandbox.schema.FieldSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The nesting of a result row: plain fields, and a row of its own for each parent, in the order of the SELECT. */
final class RowShape {

    private final Map<String, FieldPath> fields = new LinkedHashMap<>();
    private final Map<String, Parent> parents = new LinkedHashMap<>();
    private final Map<String, Boolean> order = new LinkedHashMap<>();

    private record Parent(FieldSchema reference, RowShape shape) {}

    static RowShape of(List<FieldPath> paths) {
        RowShape shape = new RowShape();
        paths.forEach(path -> shape.add(path.steps(), path.leaf()));
        return shape;
    }

    private void add(List<FieldSchema> steps, FieldSchema leaf) {
        if (steps.isEmpty()) {
            fields.put(leaf.name(), new FieldPath(List.of(), leaf));
            order.put(leaf.name(), true);
            return;
        }
        FieldSchema step = steps.getFirst();
        String name = String.valueOf(step.relationshipName());
        order.putIfAbsent(name, false);
        Parent parent = parents.computeIfAbsent(name, key -> new Parent(step, new RowShape()));
        parent.shape().add(steps.subList(1, steps.size()), leaf);
    }

    ResultRow row(RecordView records, StoredRecord record) {
        return row(records, record, null);
    }

    private ResultRow row(RecordView records, StoredRecord record, @Nullable FieldSchema through) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        order.forEach((name, plain) ->
                values.put(name, plain ? value(records, record, name, through) : parent(records, record, name)));
        boolean shared = through != null && through.polymorphic();
        return new ResultRow(shared ? "Name" : record.object().name(), record.id(), values);
    }

    private @Nullable Object value(
            RecordView records, StoredRecord record, String name, @Nullable FieldSchema through) {
        FieldPath path = fields.get(name);
        if (path == null) {
            return null;
        }
        return through != null && through.polymorphic()
                ? FieldPath.shared(records, record, path.leaf())
                : path.value(records, record);
    }

    private @Nullable Object parent(RecordView records, StoredRecord record, String name) {
        Parent parent = parents.get(name);
        String id = parent == null ? null : record.text(parent.reference().name());
        if (parent == null || id == null) {
            return null;
        }
        return records.find(id)
                .map(found -> parent.shape().row(records, found, parent.reference()))
                .orElse(null);
    }
}
