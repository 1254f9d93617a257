package io.plumbline.dossier;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a plan as its fields, under any names an administrator uses, so that the policy's {@code itemFields} can
 * ask for each of them.
 *
 * <p>A value is text, a {@link Number}, a {@link Boolean}, a {@link java.util.List} or a {@link Map}; dates are ISO
 * text. A field without value is not there.
 */
public record Item(Map<String, Object> fields) implements PlanEntry {

    public Item {
        fields = CompactMap.copyOf(fields);
    }

    /** An item of these fields; those without a value are left out, dates become ISO text. */
    public static Item of(Map<String, ? extends @Nullable Object> fields) {
        CompactMap.Builder<Object> known = new CompactMap.Builder<>(fields.size());
        fields.forEach((name, value) -> {
            if (value != null) {
                known.put(name, value instanceof LocalDate date ? date.toString() : value);
            }
        });
        return new Item(known.build());
    }

    @Override
    public Item item() {
        return this;
    }

    /** The value of a field, null when it has none. */
    public @Nullable Object get(String field) {
        return fields.get(field);
    }

    @Nullable
    String text(String field) {
        return fields.get(field) instanceof String text ? text : null;
    }

    /** The Id in a field; an empty one is none. */
    @Nullable
    String id(String field) {
        return fields.get(field) instanceof String id && !id.isEmpty() ? id : null;
    }

    /** A number beyond what a double holds is none, as elsewhere in a dossier. */
    @Nullable
    Double number(String field) {
        return fields.get(field) instanceof Number number && Double.isFinite(number.doubleValue())
                ? (Double) number.doubleValue()
                : null;
    }

    @Nullable
    LocalDate date(String field) {
        return fields.get(field) instanceof String text ? CalendarDate.read(text) : null;
    }
}
