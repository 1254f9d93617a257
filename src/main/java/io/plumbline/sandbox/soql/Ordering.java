package io.plumbline.sandbox.soql;

import io.plumbline.sandbox.schema.FieldSchema;
import io.plumbline.sandbox.soql.condition.Condition;
import io.plumbline.sandbox.soql.condition.Values;
import java.util.Comparator;
import java.util.List;

/** One field of ORDER BY; blanks come first unless the query says otherwise, whichever the direction. */
final class Ordering {

    private Ordering() {}

    static <R> Comparator<R> by(Condition.Source<R> source, FieldSchema field, boolean descending, boolean blanksLast) {
        Comparator<Object> values = descending ? Values.order(field).reversed() : Values.order(field);
        return (left, right) -> {
            Object a = source.value(left);
            Object b = source.value(right);
            if (a == null || b == null) {
                int blankFirst = a == null ? (b == null ? 0 : -1) : 1;
                return blanksLast ? -blankFirst : blankFirst;
            }
            return values.compare(a, b);
        };
    }

    static <R> void sort(List<R> rows, List<Comparator<R>> orders) {
        orders.stream().reduce(Comparator::thenComparing).ifPresent(rows::sort);
    }
}
