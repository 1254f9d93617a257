package io.plumbline.sandbox.record.store;

import io.plumbline.sandbox.schema.FieldSchema;
import io.plumbline.sandbox.schema.FieldTrait;
import io.plumbline.sandbox.schema.FieldType;
import io.plumbline.sandbox.schema.ObjectSchema;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The records of one object by Id, with an index for every reference and every field that is an external id or unique. */
public final class Table {

    private final ObjectSchema object;
    private final Map<String, StoredRecord> byId = new LinkedHashMap<>();
    private final Map<String, Map<Object, Set<String>>> indexes = new HashMap<>();

    Table(ObjectSchema object) {
        this.object = object;
        for (FieldSchema field : object.fields()) {
            if (field.type() == FieldType.REFERENCE
                    || field.is(FieldTrait.EXTERNAL_ID)
                    || field.is(FieldTrait.UNIQUE)) {
                indexes.put(field.name(), new HashMap<>());
            }
        }
    }

    public ObjectSchema object() {
        return object;
    }

    @Nullable
    StoredRecord get(String id) {
        return byId.get(id);
    }

    public Collection<StoredRecord> all() {
        return byId.values();
    }

    boolean isIndexed(String field) {
        return indexes.containsKey(field);
    }

    /** Records, deleted ones too, whose indexed field has this value; text compares without case. */
    public List<StoredRecord> find(String field, Object value) {
        Map<Object, Set<String>> index = indexes.get(field);
        if (index == null) {
            throw new IllegalArgumentException(object.name() + "." + field + " has no index");
        }
        return index.getOrDefault(key(value), Set.of()).stream()
                .map(this::existing)
                .toList();
    }

    /** Puts a record in the place of the one with its Id; gives back that one. */
    @Nullable
    StoredRecord put(StoredRecord saved) {
        StoredRecord before = byId.put(saved.id(), saved);
        if (before != null) {
            unindex(before);
        }
        indexes.forEach((field, index) -> {
            Object value = saved.get(field);
            if (value != null) {
                index.computeIfAbsent(key(value), key -> new LinkedHashSet<>()).add(saved.id());
            }
        });
        return before;
    }

    @Nullable
    StoredRecord remove(String id) {
        StoredRecord before = byId.remove(id);
        if (before != null) {
            unindex(before);
        }
        return before;
    }

    private void unindex(StoredRecord before) {
        indexes.forEach((field, index) -> {
            Object value = before.get(field);
            Set<String> ids = value == null ? null : index.get(key(value));
            if (value != null && ids != null) {
                ids.remove(before.id());
                if (ids.isEmpty()) {
                    index.remove(key(value));
                }
            }
        });
    }

    private StoredRecord existing(String id) {
        StoredRecord found = byId.get(id);
        if (found == null) {
            throw new IllegalStateException("the index of " + object.name() + " names " + id + ", which is gone");
        }
        return found;
    }

    /** Ids are canonical and other indexed text is compared without case. */
    private static Object key(Object value) {
        return value instanceof String text ? text.toLowerCase(Locale.ROOT) : value;
    }
}
