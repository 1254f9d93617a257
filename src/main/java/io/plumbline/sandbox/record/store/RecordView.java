package io.plumbline.sandbox.record.store;

import io.plumbline.sandbox.schema.FieldSchema;
import io.plumbline.sandbox.schema.ObjectSchema;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The records of the org as somebody sees them at one moment, deleted and archived ones too. */
public interface RecordView {

    /** Every record of an object, in the order of their creation here. */
    Collection<StoredRecord> all(ObjectSchema object);

    /** A record of any object by its canonical Id. */
    Optional<StoredRecord> find(String id);

    /** Whether {@link #lookup} answers for this field without reading the whole object. */
    boolean isIndexed(ObjectSchema object, String field);

    /** Records whose indexed field has this value; text compares without case. */
    List<StoredRecord> lookup(ObjectSchema object, String field, Object value);

    /** A field's value as a reader sees it: stored, or worked out on reading as addresses and IsArchived are. */
    @Nullable
    Object value(StoredRecord stored, FieldSchema field);

    /** Whether plain queries leave it out: deleted, or an activity older than a year (trap G7). */
    boolean isHidden(StoredRecord stored);
}
