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
public final class Item implements PlanEntry {

    /** As {@link CompactMap} lays it out, whose object is left out, since rules ask for fields of items most of all. */
    private final @Nullable Object[] row;

    public Item(Map<String, Object> fields) {
        row = CompactMap.row(fields);
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

    /** All fields by name, in their order. */
    public Map<String, Object> fields() {
        return CompactMap.of(row);
    }

    /** The value of a field, null when it has none. */
    public @Nullable Object get(String field) {
        int index = CompactMap.indexOf(field, row);
        return index < 0 ? null : row[index + 1];
    }

    @Nullable
    String text(String field) {
        return get(field) instanceof String text ? text : null;
    }

    /** The Id in a field; an empty one is none. */
    @Nullable
    String id(String field) {
        return get(field) instanceof String id && !id.isEmpty() ? id : null;
    }

    /** A number beyond what a double holds is none, as elsewhere in a dossier. */
    @Nullable
    Double number(String field) {
        Object value = get(field);
        if (!(value instanceof Number number) || !Double.isFinite(number.doubleValue())) {
            return null;
        }
        return value instanceof Double known ? known : (Double) number.doubleValue();
    }

    @Nullable
    LocalDate date(String field) {
        return get(field) instanceof String text ? CalendarDate.read(text) : null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Item item && fields().equals(item.fields());
    }

    @Override
    public int hashCode() {
        return fields().hashCode();
    }

    @Override
    public String toString() {
        return "Item" + fields();
    }
}
