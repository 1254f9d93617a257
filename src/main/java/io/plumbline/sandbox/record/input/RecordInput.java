package io.plumbline.sandbox.record.input;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record as a caller sends it.
 *
 * <p>Three states of a field: absent from the map (leave it), present with {@code null} (clear it), present with a value. A value is a
 * String (converted by the field's type, as all protocols need it), a Number, Boolean, LocalDate, LocalTime or Instant, or a {@link
 * Reference} under a relationship's name ({@code Account}, {@code Plan__r}) to name the parent by an external id.
 *
 * @param id which record to update, absent for create and upsert by external id
 */
public record RecordInput(String object, @Nullable String id, Map<String, @Nullable Object> fields) {

    public RecordInput {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** For create, and for upsert by external id. */
    public static RecordInput of(String object, Map<String, @Nullable Object> fields) {
        return new RecordInput(object, null, fields);
    }

    /** For update. */
    public static RecordInput of(String object, String id, Map<String, @Nullable Object> fields) {
        return new RecordInput(object, id, fields);
    }

    /** What was sent for a field, however its name is written; {@code null} also where nothing was. */
    public @Nullable Object value(String field) {
        for (Map.Entry<String, @Nullable Object> entry : fields.entrySet()) {
            if (entry.getKey().equalsIgnoreCase(field)) {
                return entry.getValue();
            }
        }
        return null;
    }

    /**
     * A parent named by an external id instead of its Id.
     *
     * @param object the parent's object, needed only where the relationship may lead to several; absent otherwise
     */
    public record Reference(@Nullable String object, String externalIdField, String value) {}
}
