package io.plumbline.sandbox.record.derived;

import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.record.store.UnitOfWork;
import io.plumbline.sandbox.schema.FieldSchema;
import io.plumbline.sandbox.schema.ObjectSchema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One record on its way to being saved: what it was, what it will be, and what the caller gave.
 *
 * @param values what will be stored, without blanks; the writers and derivations change it
 * @param given canonical names of the fields that the caller sent, blank or not
 * @param loading whether a seed brings the record, with its own derived values and stamps
 */
public record Change(
        ObjectSchema object,
        String id,
        @Nullable StoredRecord before,
        Map<String, Object> values,
        Set<String> given,
        Instant now,
        boolean loading,
        UnitOfWork work) {

    public static Change of(
            ObjectSchema object,
            String id,
            @Nullable StoredRecord before,
            Map<String, @Nullable Object> input,
            Instant now,
            boolean loading,
            UnitOfWork work) {
        Change change = new Change(
                object,
                id,
                before,
                before == null ? new HashMap<>() : new HashMap<>(before.values()),
                Set.copyOf(input.keySet()),
                now,
                loading,
                work);
        input.forEach(change::set);
        return change;
    }

    public boolean creates() {
        return before == null;
    }

    @Nullable
    public Object get(String field) {
        return values.get(field);
    }

    @Nullable
    String text(String field) {
        return (String) values.get(field);
    }

    @Nullable
    public BigDecimal number(String field) {
        return (BigDecimal) values.get(field);
    }

    /** Sets a field of the object to a value, or blanks it. */
    public void set(String field, @Nullable Object value) {
        if (value == null) {
            values.remove(field);
        } else {
            values.put(field, value);
        }
    }

    /** Sets a derived field, unless a seed brings its own value. */
    void derive(String field, @Nullable Object value) {
        if (!(loading && given.contains(field))) {
            set(field, value);
        }
    }

    /** Whether the field's value differs from before; always for a new record that has one. */
    public boolean changes(String field) {
        return !Objects.equals(before == null ? null : before.get(field), values.get(field));
    }

    public Optional<StoredRecord> parent(String field) {
        return values.get(field) instanceof String parent ? work.records().find(parent) : Optional.empty();
    }

    FieldSchema field(String name) {
        return object.field(name).orElseThrow();
    }

    public StoredRecord toRecord() {
        return new StoredRecord(object, id, Map.copyOf(values));
    }
}
