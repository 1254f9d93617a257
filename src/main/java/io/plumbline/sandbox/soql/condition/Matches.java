package io.plumbline.sandbox.soql.condition;

import io.plumbline.sandbox.record.store.RecordView;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.schema.ObjectSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the records that satisfy a condition; by Id or index where the condition demands certain values of such a field. */
public final class Matches {

    private final RecordView records;
    private final ObjectSchema object;
    private final boolean hiddenToo;

    /**
     * @param hiddenToo whether deleted and archived records count
     */
    public Matches(RecordView records, ObjectSchema object, boolean hiddenToo) {
        this.records = records;
        this.object = object;
        this.hiddenToo = hiddenToo;
    }

    public List<StoredRecord> of(@Nullable Condition<StoredRecord> where) {
        Collection<StoredRecord> candidates =
                where == null ? records.all(object) : narrowed(where).orElseGet(() -> records.all(object));
        List<StoredRecord> found = new ArrayList<>();
        for (StoredRecord candidate : candidates) {
            if ((hiddenToo || !records.isHidden(candidate)) && (where == null || where.test(candidate))) {
                found.add(candidate);
            }
        }
        return found;
    }

    private Optional<Collection<StoredRecord>> narrowed(Condition<StoredRecord> condition) {
        return switch (condition) {
            case Condition.In<StoredRecord> in -> in.orBlank() ? Optional.empty() : byIndex(in);
            case Condition.And<StoredRecord> and ->
                and.all().stream().map(this::narrowed).flatMap(Optional::stream).min((a, b) -> a.size() - b.size());
            case Condition.Or<StoredRecord> or -> either(or);
            case Condition.Not<StoredRecord> not -> Optional.empty();
            case Condition.Compare<StoredRecord> compare -> Optional.empty();
            case Condition.Days<StoredRecord> days -> Optional.empty();
            case Condition.Like<StoredRecord> like -> Optional.empty();
            case Condition.Includes<StoredRecord> includes -> Optional.empty();
        };
    }

    private Optional<Collection<StoredRecord>> either(Condition.Or<StoredRecord> or) {
        Map<String, StoredRecord> found = new LinkedHashMap<>();
        for (Condition<StoredRecord> part : or.any()) {
            Optional<Collection<StoredRecord>> some = narrowed(part);
            if (some.isEmpty()) {
                return Optional.empty();
            }
            some.get().forEach(record -> found.put(record.id(), record));
        }
        return Optional.of(found.values());
    }

    private Optional<Collection<StoredRecord>> byIndex(Condition.In<StoredRecord> in) {
        String field = in.indexed();
        if (field == null) {
            return Optional.empty();
        }
        Map<String, StoredRecord> found = new LinkedHashMap<>();
        for (Object key : in.keys()) {
            if (field.equals("Id")) {
                records.find(key.toString())
                        .filter(record -> record.object().name().equals(object.name()))
                        .ifPresent(record -> found.put(record.id(), record));
            } else {
                records.lookup(object, field, key).forEach(record -> found.put(record.id(), record));
            }
        }
        return Optional.of(found.values());
    }
}
