package io.plumbline.sandbox.seed.load;

import io.plumbline.sandbox.record.input.RecordInput;
import io.plumbline.sandbox.schema.FieldSchema;
import io.plumbline.sandbox.schema.ObjectSchema;
import io.plumbline.sandbox.seed.load.SeedRow.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row on its way to becoming a record: its plain values are settled, its references wait for the rows they name. */
final class Draft {

    /** A reference that waits: the field and what the file names the other record by. */
    record Pending(FieldSchema field, String text, @Nullable String parentField) {}

    private final ObjectSchema object;
    private final Place place;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private final List<Pending> pending = new ArrayList<>();
    private final @Nullable String ownId;
    private @Nullable String recordId;
    private boolean settled;

    /** A draft that keeps {@code ownId} as its Id; without one the org assigns a new Id. */
    Draft(ObjectSchema object, Place place, @Nullable String ownId) {
        this.object = object;
        this.place = place;
        this.ownId = ownId;
    }

    ObjectSchema object() {
        return object;
    }

    Place place() {
        return place;
    }

    List<Pending> pending() {
        return pending;
    }

    void set(FieldSchema field, Object value) {
        values.put(field.name(), value);
    }

    void await(Pending reference) {
        pending.add(reference);
    }

    RecordInput input() {
        return ownId == null ? RecordInput.of(object.name(), values) : RecordInput.of(object.name(), ownId, values);
    }

    /** The org took it under this Id. */
    void loaded(String id) {
        recordId = id;
        settled = true;
    }

    /** The row cannot be loaded. */
    void dropped() {
        settled = true;
    }

    /** Whether it is known what became of the row. */
    boolean settled() {
        return settled;
    }

    /** The record's Id once loaded. */
    Optional<String> recordId() {
        return Optional.ofNullable(recordId);
    }
}
