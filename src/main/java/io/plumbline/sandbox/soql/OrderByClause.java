package io.plumbline.sandbox.soql;

import io.github.apexdevtools.apexparser.ApexParser.FieldOrderContext;
import io.github.apexdevtools.apexparser.ApexParser.OrderByClauseContext;
import io.plumbline.sandbox.record.refusal.ExceptionCode;
import io.plumbline.sandbox.record.store.RecordView;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.soql.text.SoqlText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ORDER BY of a query or sub-select without groups. */
record OrderByClause(SoqlText soql, PathResolver paths, RecordView records) {

    List<Comparator<StoredRecord>> orders(@Nullable OrderByClauseContext clause) {
        List<Comparator<StoredRecord>> orders = new ArrayList<>();
        if (clause == null) {
            return orders;
        }
        for (FieldOrderContext order : clause.fieldOrderList().fieldOrder()) {
            if (order.fieldName() == null) {
                throw soql.notSupported(order, "ORDER BY a function without GROUP BY");
            }
            FieldPath path = paths.resolve(order.fieldName());
            if (!path.leaf().sortable()) {
                throw soql.refusal(
                        ExceptionCode.INVALID_FIELD,
                        order,
                        "field '" + path.leaf().name() + "' can not be sorted in a query call");
            }
            orders.add(Ordering.by(
                    record -> path.value(records, record), path.leaf(), order.DESC() != null, order.LAST() != null));
        }
        return orders;
    }
}
