package io.plumbline.sandbox.record.store;

import io.plumbline.sandbox.schema.ObjectSchema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record as it stood at one moment; never changes, a write replaces it.
 *
 * @param values by canonical field name; String, BigDecimal, Integer (int fields), Boolean, LocalDate, Instant or LocalTime
 */
public record StoredRecord(ObjectSchema object, String id, Map<String, Object> values) {

    /** The value of a field, by its canonical name; {@code null} when blank. */
    public @Nullable Object get(String field) {
        return values.get(field);
    }

    public @Nullable String text(String field) {
        return (String) values.get(field);
    }

    public boolean isTrue(String field) {
        return Boolean.TRUE.equals(values.get(field));
    }

    public boolean deleted() {
        return isTrue("IsDeleted");
    }
}
