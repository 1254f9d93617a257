package io.plumbline.sandbox.soql;

import io.github.apexdevtools.apexparser.ApexParser.FieldExpressionContext;
import io.github.apexdevtools.apexparser.ApexParser.FieldOrderContext;
import io.github.apexdevtools.apexparser.ApexParser.FromNameListContext;
import io.github.apexdevtools.apexparser.ApexParser.QueryContext;
import io.github.apexdevtools.apexparser.ApexParser.SelectEntryContext;
import io.github.apexdevtools.apexparser.ApexParser.SubFieldEntryContext;
import io.github.apexdevtools.apexparser.ApexParser.SubQueryContext;
import io.github.apexdevtools.apexparser.ApexParser.WhereClauseContext;
import io.plumbline.sandbox.record.Caller;
import io.plumbline.sandbox.record.ExceptionCode;
import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.record.RecordView;
import io.plumbline.sandbox.record.RequestRefusedException;
import io.plumbline.sandbox.record.StoredRecord;
import io.plumbline.sandbox.schema.FieldSchema;
import io.plumbline.sandbox.schema.FieldType;
import io.plumbline.sandbox.schema.ObjectSchema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One query over one moment of the org. */
final class Evaluation {

    /** Words that Salesforce refuses as an alias. */
    private static final Set<String> RESERVED = Set.of(
            "AND",
            "ASC",
            "DESC",
            "EXCLUDES",
            "FIRST",
            "FROM",
            "GROUP",
            "HAVING",
            "IN",
            "INCLUDES",
            "LAST",
            "LIKE",
            "LIMIT",
            "NOT",
            "NULL",
            "NULLS",
            "OR",
            "SELECT",
            "USING",
            "WHERE",
            "WITH");

    private static final int MOST_SEMI_JOINS = 2;

    private final SoqlText soql;
    private final QueryContext query;
    private final Caller caller;
    private final Org org;
    private final RecordView records;
    private final boolean hiddenToo;
    private final int mostRows;
    private final ObjectSchema from;
    private final PathResolver paths;
    private int semiJoins;

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
        this.caller = caller;
        this.org = org;
        this.records = records;
        this.hiddenToo = hiddenToo;
        this.mostRows = mostRows;
        this.from = object(query.fromNameList());
        this.paths = resolver(query.fromNameList(), from);
    }

    QueryResult run() {
        new UnsupportedClauses(soql).check(query);
        List<SelectEntryContext> entries = query.selectList().selectEntry();
        boolean counts = entries.size() == 1 && isBareCount(entries.getFirst());
        boolean grouped =
                !counts && (query.groupByClause() != null || entries.stream().anyMatch(Evaluation::isAggregate));
        List<StoredRecord> found = matches(from, paths, query.whereClause(), true);
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
        List<FieldPath> selected = new Selection(soql, from, paths).paths(query);
        List<Comparator<StoredRecord>> orders = orders();
        Ordering.sort(found, orders);
        RowShape shape = RowShape.of(selected);
        List<ResultRow> rows = new Slice(soql, query)
                .of(found).stream().map(record -> shape.row(records, record)).toList();
        List<ResultColumn> columns = selected.stream()
                .map(path -> new ResultColumn(path.text(), path.leaf().type()))
                .toList();
        return new QueryResult(from.name(), rows.size(), false, false, columns, rows);
    }

    private List<Comparator<StoredRecord>> orders() {
        List<Comparator<StoredRecord>> orders = new ArrayList<>();
        if (query.orderByClause() == null) {
            return orders;
        }
        for (FieldOrderContext order : query.orderByClause().fieldOrderList().fieldOrder()) {
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

    private QueryResult grouped(List<StoredRecord> found) {
        return new Grouping(
                        soql, query, records, paths, literals(), org.settings().zone())
                .result(from.name(), found);
    }

    private List<StoredRecord> matches(
            ObjectSchema object, PathResolver resolver, @Nullable WhereClauseContext where, boolean mayJoin) {
        Condition<StoredRecord> condition = where == null
                ? null
                : new ConditionReader<StoredRecord>(
                                soql,
                                literals(),
                                org.settings().zone(),
                                expression -> operand(object, resolver, expression),
                                (left, join) -> semiJoin(resolver.resolve(left.fieldName()), join, mayJoin))
                        .where(where.whereLogicalExpression());
        return new Matches(records, whole(object), hiddenToo).of(condition);
    }

    private ConditionReader.Operand<StoredRecord> operand(
            ObjectSchema object, PathResolver resolver, FieldExpressionContext expression) {
        if (expression.fieldName() == null) {
            throw soql.notSupported(expression, "a function in WHERE");
        }
        FieldPath path = resolver.resolve(expression.fieldName());
        FieldSchema field = path.leaf();
        boolean indexed = path.direct() && (field.type() == FieldType.ID || records.isIndexed(object, field.name()));
        return new ConditionReader.Operand<>(
                field, indexed ? field.name() : null, record -> path.value(records, record));
    }

    /** The values of the one Id or reference field that a sub-select of a semi-join selects. */
    private Set<Object> semiJoin(FieldPath left, SubQueryContext join, boolean allowed) {
        if (!allowed) {
            throw soql.refusal(
                    ExceptionCode.MALFORMED_QUERY, join, "Nesting of semi join sub-selects is not supported");
        }
        if (++semiJoins > MOST_SEMI_JOINS) {
            throw soql.refusal(
                    ExceptionCode.MALFORMED_QUERY,
                    join,
                    "Maximum " + MOST_SEMI_JOINS + " semi join sub-selects are allowed");
        }
        List<SubFieldEntryContext> entries = join.subFieldList().subFieldEntry();
        if (entries.size() != 1 || entries.getFirst().fieldName() == null) {
            throw soql.refusal(ExceptionCode.MALFORMED_QUERY, join, "Semi join sub-selects can only select one field");
        }
        if (join.orderByClause() != null || join.limitClause() != null) {
            throw soql.notSupported(join, "ORDER BY or LIMIT in a semi-join");
        }
        ObjectSchema object = object(join.fromNameList());
        if (object.name().equals(from.name())) {
            throw soql.refusal(
                    ExceptionCode.MALFORMED_QUERY,
                    join,
                    "The inner and outer selects should not be on the same object type");
        }
        PathResolver resolver = resolver(join.fromNameList(), object);
        FieldPath path = resolver.resolve(entries.getFirst().fieldName());
        if (path.leaf().type() != FieldType.ID && path.leaf().type() != FieldType.REFERENCE) {
            throw soql.refusal(
                    ExceptionCode.MALFORMED_QUERY,
                    join,
                    "Semi join sub-selects can only query id fields, cannot use: '"
                            + path.leaf().name() + "'");
        }
        if (Collections.disjoint(left.targets(from), path.targets(object))) {
            throw soql.refusal(
                    ExceptionCode.MALFORMED_QUERY,
                    join,
                    "The selected field '" + path.leaf().name()
                            + "' in the subquery and the left operand field in the where expression in the outer query should point to"
                            + " the same object type");
        }
        Set<Object> values = new HashSet<>();
        for (StoredRecord record : matches(object, resolver, join.whereClause(), false)) {
            Object value = path.value(records, record);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private Literals literals() {
        return new Literals(
                soql, LocalDate.ofInstant(org.clock().instant(), org.settings().zone()));
    }

    private ObjectSchema object(FromNameListContext names) {
        if (names.fieldName().size() > 1) {
            throw soql.notSupported(names, "FROM with several objects");
        }
        String name = names.fieldName(0).getText();
        return caller.schema()
                .object(name)
                .orElseThrow(
                        () -> soql.refusal(
                                ExceptionCode.INVALID_TYPE,
                                names,
                                "sObject type '" + name
                                        + "' is not supported. If you are attempting to use a custom object, be sure to append the '__c'"
                                        + " after the entity name. Please reference your WSDL or the describe call for the appropriate names."));
    }

    private PathResolver resolver(FromNameListContext names, ObjectSchema object) {
        String alias = names.soqlId().isEmpty() ? null : names.soqlId(0).getText();
        // The grammar takes any word for an alias, so a clause that was begun and not finished would pass as one.
        if (alias != null && RESERVED.contains(alias.toUpperCase(Locale.ROOT))) {
            throw soql.refusal(ExceptionCode.MALFORMED_QUERY, names.soqlId(0), "unexpected token: '" + alias + "'");
        }
        return new PathResolver(soql, caller.schema(), object, alias);
    }

    private ObjectSchema whole(ObjectSchema seen) {
        return org.schema().object(seen.name()).orElse(seen);
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
