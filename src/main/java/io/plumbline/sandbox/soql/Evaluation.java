package io.plumbline.sandbox.soql;

import io.github.apexdevtools.apexparser.ApexParser.QueryContext;
import io.github.apexdevtools.apexparser.ApexParser.SelectEntryContext;
import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.record.refusal.ExceptionCode;
import io.plumbline.sandbox.record.refusal.RequestRefusedException;
import io.plumbline.sandbox.record.sight.Caller;
import io.plumbline.sandbox.record.store.RecordView;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.schema.ObjectSchema;
import io.plumbline.sandbox.soql.text.SoqlText;
import io.plumbline.sandbox.soql.text.UnsupportedClauses;
import java.util.List;
import java.util.Optional;

/** One query over one moment of the org. */
final class Evaluation {

    private final SoqlText soql;
    private final QueryContext query;
    private final Org org;
    private final RecordView records;
    private final int mostRows;
    private final ObjectSchema from;
    private final PathResolver paths;
    private final WhereClause where;
    private final ChildSelects children;

    /**
     * @param hiddenToo whether deleted and archived records count
     * @param mostRows how many it may find before its time is up
     */
    Evaluation(
            SoqlText soql,
            QueryContext query,
            Caller caller,
            Org org,
            RecordView records,
            boolean hiddenToo,
            int mostRows) {
        this.soql = soql;
        this.query = query;
        this.org = org;
        this.records = records;
        this.mostRows = mostRows;
        FromClause names = new FromClause(soql, caller);
        this.from = names.object(query.fromNameList());
        this.paths = names.resolver(query.fromNameList(), from);
        this.where = new WhereClause(soql, names, from, org, records, hiddenToo);
        this.children = new ChildSelects(soql, caller, org.schema(), where, records, hiddenToo);
    }

    QueryResult run() {
        new UnsupportedClauses(soql).check(query);
        List<SelectEntryContext> entries = query.selectList().selectEntry();
        boolean counts = entries.size() == 1 && isBareCount(entries.getFirst());
        boolean grouped =
                !counts && (query.groupByClause() != null || entries.stream().anyMatch(Evaluation::isAggregate));
        List<StoredRecord> found = where.matches(from, paths, query.whereClause(), true);
        if (counts) {
            checkBareCount();
            int size = new Slice(soql, query).of(found).size();
            return new QueryResult(from.name(), size, true, false, List.of(), List.of());
        }
        if (found.size() > mostRows) {
            throw new RequestRefusedException(
                    ExceptionCode.QUERY_TIMEOUT, "Your query request was running for too long.");
        }
        return grouped ? grouped(found) : plain(found);
    }

    private void checkBareCount() {
        if (query.groupByClause() != null) {
            throw soql.refusal(
                    ExceptionCode.MALFORMED_QUERY,
                    query.groupByClause(),
                    "Grouped query cannot use COUNT(), name a field to count");
        }
        if (query.orderByClause() != null) {
            throw soql.refusal(ExceptionCode.MALFORMED_QUERY, query.orderByClause(), "COUNT() has no rows to order");
        }
    }

    private QueryResult plain(List<StoredRecord> found) {
        Selection selection = new Selection(soql, from, paths, children);
        RowShape shape = selection.shape(query);
        Ordering.sort(found, new OrderByClause(soql, paths, records).orders(query.orderByClause()));
        List<StoredRecord> shown = new Slice(soql, query).of(found);
        List<ResultRow> rows = shape.flat()
                ? new LazyRows(records, shown, shape)
                : shown.stream().map(record -> shape.row(records, record)).toList();
        return new QueryResult(from.name(), rows.size(), false, false, selection.columns(), rows);
    }

    private QueryResult grouped(List<StoredRecord> found) {
        return new Grouping(
                        soql,
                        query,
                        records,
                        paths,
                        where.literals(),
                        org.settings().zone())
                .result(from.name(), found);
    }

    private static boolean isBareCount(SelectEntryContext entry) {
        return Optional.ofNullable(entry.soqlFunction())
                .filter(function -> function.COUNT() != null && function.fieldName() == null)
                .isPresent();
    }

    static boolean isAggregate(SelectEntryContext entry) {
        return entry.soqlFunction() != null
                && Grouping.function(entry.soqlFunction()).isPresent();
    }
}
