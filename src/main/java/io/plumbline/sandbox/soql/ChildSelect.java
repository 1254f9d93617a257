package io.plumbline.sandbox.soql;

import io.plumbline.sandbox.record.store.RecordView;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.schema.ObjectSchema;
import io.plumbline.sandbox.soql.condition.Condition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sub-select in the SELECT list: which children of a record are shown with it, and how.
 *
 * @param relationship the name that the children have in the parent's row
 * @param field the reference of the children that leads to the parent
 * @param limit the most of them
 * @param hiddenToo whether deleted and archived ones count
 */
record ChildSelect(
        String relationship,
        ObjectSchema object,
        String field,
        @Nullable Condition<StoredRecord> where,
        List<Comparator<StoredRecord>> orders,
        int limit,
        RowShape shape,
        List<ResultColumn> columns,
        boolean hiddenToo) {

    /** The children of one record; {@code null} when it has none, as the API says it. */
    @Nullable
    QueryResult of(RecordView records, StoredRecord parent) {
        List<StoredRecord> children = new ArrayList<>();
        for (StoredRecord child : records.lookup(object, field, parent.id())) {
            if ((hiddenToo || !records.isHidden(child)) && (where == null || where.test(child))) {
                children.add(child);
            }
        }
        Ordering.sort(children, orders);
        List<ResultRow> rows = children.stream()
                .limit(limit)
                .map(child -> shape.row(records, child))
                .toList();
        return rows.isEmpty() ? null : new QueryResult(object.name(), rows.size(), false, false, columns, rows);
    }
}
