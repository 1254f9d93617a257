package io.plumbline.sandbox.soql.condition;

import io.plumbline.sandbox.schema.FieldSchema;
import io.plumbline.sandbox.schema.FieldTrait;
import io.plumbline.sandbox.schema.FieldType;
import io.plumbline.sandbox.schema.PicklistEntry;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How values of one field compare: text without case unless the field says otherwise, numbers by value, Ids as they are. */
public final class Values {

    private Values() {}

    /** The form of a value in which equal means equal to SOQL. */
    public static @Nullable Object key(FieldSchema field, @Nullable Object value) {
        if (value instanceof String text && field.type().isText() && !field.is(FieldTrait.CASE_SENSITIVE)) {
            return text.toLowerCase(Locale.ROOT);
        }
        if (value instanceof Integer number) {
            return BigDecimal.valueOf(number).stripTrailingZeros();
        }
        return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
    }

    /** Negative, zero or positive; both must be values of this field. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public static int compare(FieldSchema field, Object left, Object right) {
        Object a = key(field, left);
        Object b = key(field, right);
        if (a == null || b == null) {
            throw new IllegalArgumentException("blank values do not compare: " + field.name());
        }
        return ((Comparable) a).compareTo(b);
    }

    /** As ORDER BY sorts: picklists in the order of their values, everything else by value. */
    public static Comparator<Object> order(FieldSchema field) {
        if (field.type() != FieldType.PICKLIST || field.picklistValues().isEmpty()) {
            return (left, right) -> compare(field, left, right);
        }
        List<String> values =
                field.picklistValues().stream().map(PicklistEntry::value).toList();
        return Comparator.<Object>comparingInt(value -> {
                    int place = values.indexOf(String.valueOf(value));
                    return place < 0 ? values.size() : place;
                })
                .thenComparing((left, right) -> compare(field, left, right));
    }
}
