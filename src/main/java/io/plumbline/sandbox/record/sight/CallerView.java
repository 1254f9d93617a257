package io.plumbline.sandbox.record.sight;

import io.plumbline.sandbox.record.store.LateCommits;
import io.plumbline.sandbox.record.store.RecordView;
import io.plumbline.sandbox.record.store.Records;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.schema.FieldSchema;
import io.plumbline.sandbox.schema.ObjectSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The records that one caller sees, in the versions that are committed. */
public final class CallerView implements RecordView {

    private final Records records;
    private final LateCommits late;
    private final Visibility visibility;
    private final boolean settled;

    public CallerView(Records records, LateCommits late, Visibility visibility) {
        this.records = records;
        this.late = late;
        this.visibility = visibility;
        this.settled = !late.any();
    }

    @Override
    public Collection<StoredRecord> all(ObjectSchema object) {
        Collection<StoredRecord> all = records.all(object);
        return settled && visibility.wholly(object) ? all : seen(all);
    }

    @Override
    public Optional<StoredRecord> find(String id) {
        return records.find(id).flatMap(this::seen);
    }

    @Override
    public boolean isIndexed(ObjectSchema object, String field) {
        return records.isIndexed(object, field);
    }

    @Override
    public List<StoredRecord> lookup(ObjectSchema object, String field, Object value) {
        List<StoredRecord> newest = records.lookup(object, field, value);
        if (settled) {
            return visibility.wholly(object) ? newest : seen(newest);
        }
        // The index knows the newest versions only; a version that is still shown may have had the value.
        List<StoredRecord> found = new ArrayList<>(seen(newest));
        late.shownInstead().stream()
                .filter(shown -> shown.object().name().equals(object.name()))
                .filter(shown -> found.stream().noneMatch(other -> other.id().equals(shown.id())))
                .filter(visibility::sees)
                .forEach(found::add);
        return found.stream().filter(shown -> same(shown.get(field), value)).toList();
    }

    private static boolean same(@Nullable Object stored, Object value) {
        return stored instanceof String text && value instanceof String other
                ? text.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT))
                : value.equals(stored);
    }

    @Override
    public @Nullable Object value(StoredRecord stored, FieldSchema field) {
        return records.value(stored, field);
    }

    @Override
    public boolean isHidden(StoredRecord stored) {
        return records.isHidden(stored);
    }

    private List<StoredRecord> seen(Collection<StoredRecord> newest) {
        return newest.stream().map(this::seen).flatMap(Optional::stream).toList();
    }

    private Optional<StoredRecord> seen(StoredRecord newest) {
        return late.seen(newest).filter(visibility::sees);
    }
}
