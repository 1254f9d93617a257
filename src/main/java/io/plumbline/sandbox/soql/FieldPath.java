package io.plumbline.sandbox.soql;

import io.plumbline.sandbox.record.store.RecordView;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.schema.FieldSchema;
import io.plumbline.sandbox.schema.FieldTrait;
import io.plumbline.sandbox.schema.ObjectSchema;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The way from a record to a value: references to follow, then a field.
 *
 * @param steps reference fields from the record upwards
 * @param leaf the field at the end; for a polymorphic parent one of the fields that all of them share
 */
record FieldPath(List<FieldSchema> steps, FieldSchema leaf) {

    FieldPath {
        steps = List.copyOf(steps);
    }

    boolean direct() {
        return steps.isEmpty();
    }

    /** Whether the last parent may be of several objects, so that it shows as {@code Name}. */
    boolean throughSeveral() {
        return !steps.isEmpty() && steps.getLast().polymorphic();
    }

    /** As the columns of a Bulk result name it. */
    String text() {
        return Stream.concat(
                        steps.stream().map(step -> String.valueOf(step.relationshipName())), Stream.of(leaf.name()))
                .collect(Collectors.joining("."));
    }

    /** The objects whose records an Id found at its end belongs to. */
    List<String> targets(ObjectSchema from) {
        if (!leaf.referenceTo().isEmpty()) {
            return leaf.referenceTo();
        }
        return steps.isEmpty() ? List.of(from.name()) : steps.getLast().referenceTo();
    }

    @Nullable
    Object value(RecordView records, StoredRecord from) {
        Optional<StoredRecord> at = Optional.of(from);
        for (FieldSchema step : steps) {
            at = at.map(record -> record.text(step.name())).flatMap(records::find);
        }
        return at.map(record -> throughSeveral() ? shared(records, record, leaf) : records.value(record, leaf))
                .orElse(null);
    }

    /** A field that all parents of a polymorphic reference share, of the parent at hand. */
    static @Nullable Object shared(RecordView records, StoredRecord parent, FieldSchema leaf) {
        ObjectSchema object = parent.object();
        if (leaf.name().equals("Type")) {
            return object.name();
        }
        Optional<FieldSchema> field = leaf.is(FieldTrait.NAME_FIELD) ? object.nameField() : object.field(leaf.name());
        return field.map(found -> records.value(parent, found)).orElse(null);
    }
}
