package io.plumbline.sandbox.record.store;

import io.plumbline.sandbox.schema.FieldChange;
import io.plumbline.sandbox.schema.FieldSchema;
import io.plumbline.sandbox.schema.FieldType;
import io.plumbline.sandbox.schema.ObjectSchema;
import io.plumbline.sandbox.schema.Schema;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All records of the org in their newest versions, whoever may see them. Reading is safe inside {@code Org.read}; nothing outside this package writes. */
public final class Records implements RecordView {

    /** When a record went to the recycle bin, and with which other record. */
    public record Deletion(String root, Instant at) {}

    private volatile Schema schema;
    private final ActivityArchive archive;
    private final LateCommits late;
    private final Map<String, Table> tables = new HashMap<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<String, Deletion> deletions = new LinkedHashMap<>();
    private @Nullable List<UnitOfWork> transaction;

    public Records(Schema schema, ActivityArchive archive, LateCommits late) {
        this.schema = schema;
        this.archive = archive;
        this.late = late;
        schema.objects().forEach(object -> tables.put(object.name(), new Table(object)));
    }

    @Override
    public Collection<StoredRecord> all(ObjectSchema object) {
        return table(object.name()).all();
    }

    @Override
    public Optional<StoredRecord> find(String id) {
        return schema.objectOfId(id).map(object -> table(object.name()).get(id));
    }

    @Override
    public boolean isIndexed(ObjectSchema object, String field) {
        return table(object.name()).isIndexed(field);
    }

    @Override
    public List<StoredRecord> lookup(ObjectSchema object, String field, Object value) {
        return table(object.name()).find(field, value);
    }

    @Override
    public @Nullable Object value(StoredRecord stored, FieldSchema field) {
        if (field.type() == FieldType.ADDRESS) {
            return Address.of(stored, field.name()).orElse(null);
        }
        if (field.name().equals("IsArchived") && archive.applies(stored)) {
            return archive.holds(stored);
        }
        return stored.get(field.name());
    }

    @Override
    public boolean isHidden(StoredRecord stored) {
        return stored.deleted() || archive.applies(stored) && archive.holds(stored);
    }

    public Table table(String object) {
        Table table = tables.get(object);
        if (table == null) {
            throw new IllegalArgumentException("there is no object " + object);
        }
        return table;
    }

    /** The next free Id of an object. */
    public String nextId(ObjectSchema object) {
        Table table = table(object.name());
        String id;
        do {
            id = SalesforceId.of(object.keyPrefix(), sequences.merge(object.name(), 1L, Long::sum));
        } while (table.get(id) != null);
        return id;
    }

    /** Counts something for good, as auto-numbers do. */
    public long nextNumber(String counter) {
        return sequences.merge(counter.toLowerCase(Locale.ROOT) + "#", 1L, Long::sum);
    }

    /** Takes over a changed object; the values of its records move with a field that was renamed, and go with one that is gone. */
    public void change(Schema changedSchema, ObjectSchema changed, FieldChange change) {
        Table next = new Table(changed);
        for (StoredRecord record : table(changed.name()).all()) {
            Map<String, Object> values = new HashMap<>(record.values());
            Object value = values.keySet().stream()
                    .filter(change.field()::equalsIgnoreCase)
                    .findFirst()
                    .map(record.values()::get)
                    .orElse(null);
            if (change instanceof FieldChange.Rename || change instanceof FieldChange.Remove) {
                values.keySet().removeIf(change.field()::equalsIgnoreCase);
            }
            if (change instanceof FieldChange.Rename renamed && value != null) {
                values.put(renamed.to(), value);
            }
            next.put(new StoredRecord(changed, record.id(), Map.copyOf(values)));
        }
        tables.put(changed.name(), next);
        schema = changedSchema;
    }

    /** Collects the units of work that begin from now on, until {@code null} ends it. */
    public void collect(@Nullable List<UnitOfWork> units) {
        transaction = units;
    }

    /** Called by every unit of work as it begins. */
    void begins(UnitOfWork unit) {
        if (transaction != null) {
            transaction.add(unit);
        }
    }

    public LateCommits late() {
        return late;
    }

    public Map<String, Deletion> deletions() {
        return deletions;
    }
}
