package io.plumbline.salesforce.bulk;

import io.plumbline.crm.FieldName;
import io.plumbline.salesforce.FieldDescription.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which cell of a line belongs to which field, told by the header and never by the order (trap D4).
 *
 * @param byPosition the field of each cell; empty for a column nobody asked for
 */
record ResultColumns(List<Optional<Column>> byPosition) {

    /** A field that was asked for, with its type by the description (trap E11). */
    record Column(FieldName field, Type type) {

        boolean isId() {
            return field.value().equalsIgnoreCase("Id");
        }
    }

    ResultColumns {
        byPosition = List.copyOf(byPosition);
    }

    /**
     * @param names the cells of the header
     * @throws IllegalArgumentException when a field is missing or twice there
     */
    static ResultColumns of(List<String> names, List<Column> asked) {
        Map<String, Column> open = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        asked.forEach(column -> open.put(column.field().value(), column));
        Map<String, Column> taken = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        List<Optional<Column>> found = names.stream()
                .map(name -> {
                    Column column = open.remove(name);
                    if (column != null) {
                        taken.put(name, column);
                    } else if (taken.containsKey(name)) {
                        throw new IllegalArgumentException("the column " + name + " is there twice");
                    }
                    return Optional.ofNullable(column);
                })
                .toList();
        if (!open.isEmpty()) {
            throw new IllegalArgumentException("there is no column " + String.join(", ", open.keySet()));
        }
        return new ResultColumns(found);
    }

    int count() {
        return byPosition.size();
    }

    /** Where the Id of a record stands. */
    int idPosition() {
        for (int i = 0; i < byPosition.size(); i++) {
            if (byPosition.get(i).filter(Column::isId).isPresent()) {
                return i;
            }
        }
        throw new IllegalStateException("Every query asks for the Id");
    }
}
