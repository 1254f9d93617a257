package io.plumbline.sandbox.soql;

import io.github.apexdevtools.apexparser.ApexParser.FieldExpressionContext;
import io.github.apexdevtools.apexparser.ApexParser.FieldGroupByContext;
import io.github.apexdevtools.apexparser.ApexParser.FieldNameContext;
import io.github.apexdevtools.apexparser.ApexParser.FieldOrderContext;
import io.github.apexdevtools.apexparser.ApexParser.QueryContext;
import io.github.apexdevtools.apexparser.ApexParser.SelectEntryContext;
import io.github.apexdevtools.apexparser.ApexParser.SoqlFunctionContext;
import io.plumbline.sandbox.record.refusal.ExceptionCode;
import io.plumbline.sandbox.record.store.RecordView;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.schema.FieldSchema;
import io.plumbline.sandbox.schema.FieldType;
import io.plumbline.sandbox.soql.condition.Condition;
import io.plumbline.sandbox.soql.condition.ConditionReader;
import io.plumbline.sandbox.soql.condition.DateFunction;
import io.plumbline.sandbox.soql.condition.Literals;
import io.plumbline.sandbox.soql.condition.Values;
import io.plumbline.sandbox.soql.text.SoqlText;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** A query with aggregates: groups of records, one result row each. */
final class Grouping {

    /** What a group has in common, by the path or function text in lower case, and its records. */
    record Group(Map<String, @Nullable Object> keys, List<StoredRecord> members) {}

    private record Key(String text, String name, FieldSchema field, Condition.Source<StoredRecord> source) {}

    private static final int MOST_GROUPS = 2_000;

    private final SoqlText soql;
    private final QueryContext query;
    private final RecordView records;
    private final PathResolver paths;
    private final Literals literals;
    private final ZoneId zone;
    private final List<Key> keys = new ArrayList<>();

    Grouping(
            SoqlText soql, QueryContext query, RecordView records, PathResolver paths, Literals literals, ZoneId zone) {
        this.soql = soql;
        this.query = query;
        this.records = records;
        this.paths = paths;
        this.literals = literals;
        this.zone = zone;
    }

    QueryResult result(String object, List<StoredRecord> found) {
        readKeys();
        if (query.groupByClause() == null) {
            refuseOverall("LIMIT", query.limitClause());
            refuseOverall("ORDER BY", query.orderByClause());
        }
        List<ResultColumn> columns = new ArrayList<>();
        List<Condition.Source<Group>> sources = new ArrayList<>();
        int unnamed = 0;
        for (SelectEntryContext entry : query.selectList().selectEntry()) {
            ConditionReader.Operand<Group> operand = operand(entry, entry.fieldName(), entry.soqlFunction());
            String name = entry.soqlId() != null
                    ? entry.soqlId().getText()
                    : entry.soqlFunction() != null
                            ? "expr" + unnamed++
                            : operand.field().name();
            if (columns.stream().anyMatch(column -> column.path().equalsIgnoreCase(name)) && entry.soqlId() != null) {
                throw soql.refusal(ExceptionCode.MALFORMED_QUERY, entry, "duplicate alias: " + name);
            }
            columns.add(new ResultColumn(name, operand.field().type()));
            sources.add(operand.source());
        }
        List<Group> groups = having(groups(found));
        Ordering.sort(groups, orders());
        List<ResultRow> rows = new Slice(soql, query)
                .of(groups).stream().map(group -> row(group, columns, sources)).toList();
        if (rows.size() > MOST_GROUPS) {
            throw soql.refusal(
                    ExceptionCode.EXCEEDED_ID_LIMIT,
                    query.selectList(),
                    "Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch");
        }
        return new QueryResult(object, rows.size(), false, true, columns, rows);
    }

    private void refuseOverall(String name, @Nullable ParserRuleContext clause) {
        if (clause != null) {
            throw soql.refusal(
                    ExceptionCode.MALFORMED_QUERY,
                    clause,
                    "Non-grouped query that uses overall aggregate functions cannot also use " + name);
        }
    }

    private static ResultRow row(Group group, List<ResultColumn> columns, List<Condition.Source<Group>> sources) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            values.put(columns.get(i).path(), sources.get(i).value(group));
        }
        return new ResultRow("AggregateResult", null, values);
    }

    private void readKeys() {
        if (query.groupByClause() == null) {
            return;
        }
        if (query.groupByClause().ROLLUP() != null || query.groupByClause().CUBE() != null) {
            throw soql.notSupported(query.groupByClause(), "GROUP BY ROLLUP or CUBE");
        }
        for (FieldGroupByContext by : query.groupByClause().fieldGroupByList().fieldGroupBy()) {
            if (by.fieldName() != null) {
                FieldPath path = paths.resolve(by.fieldName());
                if (!path.leaf().groupable()) {
                    throw soql.refusal(
                            ExceptionCode.INVALID_FIELD,
                            by,
                            "field '" + path.leaf().name() + "' can not be grouped in a query call");
                }
                keys.add(new Key(
                        path.text().toLowerCase(Locale.ROOT),
                        path.leaf().name(),
                        path.leaf(),
                        record -> path.value(records, record)));
            } else {
                keys.add(DateFunction.of(by.soqlFunction(), zone)
                        .map(function -> dateKey(by.soqlFunction(), function))
                        .orElseThrow(() -> soql.notSupported(by, "GROUP BY " + by.getText())));
            }
        }
    }

    private Key dateKey(SoqlFunctionContext context, DateFunction function) {
        FieldPath path = paths.resolve(context.dateFieldName().fieldName());
        return new Key(
                context.getText().toLowerCase(Locale.ROOT),
                context.getText(),
                synthetic(context.getText(), FieldType.INT),
                record -> function.of(path.value(records, record)));
    }

    private List<Group> groups(List<StoredRecord> found) {
        Map<List<@Nullable Object>, Group> groups = new LinkedHashMap<>();
        if (keys.isEmpty()) {
            groups.put(List.of(), new Group(Map.of(), found));
        }
        for (StoredRecord record : keys.isEmpty() ? List.<StoredRecord>of() : found) {
            List<@Nullable Object> same = new ArrayList<>();
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            for (Key key : keys) {
                Object value = key.source().value(record);
                same.add(Values.key(key.field(), value));
                values.put(key.text(), value);
            }
            groups.computeIfAbsent(same, first -> new Group(values, new ArrayList<>()))
                    .members()
                    .add(record);
        }
        return new ArrayList<>(groups.values());
    }

    private List<Group> having(List<Group> groups) {
        if (query.groupByClause() == null || query.groupByClause().logicalExpression() == null) {
            return groups;
        }
        Condition<Group> condition = new ConditionReader<Group>(
                        soql,
                        literals,
                        zone,
                        (FieldExpressionContext left) -> operand(left, left.fieldName(), left.soqlFunction()),
                        (left, join) -> ConditionReader.refuseSemiJoin(soql, join))
                .having(query.groupByClause().logicalExpression());
        return new ArrayList<>(groups.stream().filter(condition::test).toList());
    }

    private List<Comparator<Group>> orders() {
        List<Comparator<Group>> orders = new ArrayList<>();
        if (query.orderByClause() != null) {
            for (FieldOrderContext order :
                    query.orderByClause().fieldOrderList().fieldOrder()) {
                ConditionReader.Operand<Group> by = operand(order, order.fieldName(), order.soqlFunction());
                orders.add(Ordering.by(by.source(), by.field(), order.DESC() != null, order.LAST() != null));
            }
        }
        return orders;
    }

    /** What a name or function means for a group: something it has in common, or an aggregate. */
    private ConditionReader.Operand<Group> operand(
            ParserRuleContext at, @Nullable FieldNameContext name, @Nullable SoqlFunctionContext function) {
        if (name == null && function == null) {
            throw soql.notSupported(at, at.getText());
        }
        Optional<Aggregate.Function> aggregate = function == null ? Optional.empty() : function(function);
        if (function != null && aggregate.isPresent()) {
            FieldPath path = function.fieldName() == null ? null : paths.resolve(function.fieldName());
            Aggregate over = new Aggregate(aggregate.get(), path);
            checkType(at, over);
            return new ConditionReader.Operand<>(
                    synthetic(function.getText(), over.type()), null, group -> over.over(records, group.members()));
        }
        String text = name != null ? paths.resolve(name).text() : function == null ? "" : function.getText();
        Key key = keys.stream()
                .filter(known -> known.text().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> soql.refusal(
                        ExceptionCode.MALFORMED_QUERY, at, "Field must be grouped or aggregated: " + text));
        return new ConditionReader.Operand<>(
                key.field(), null, group -> group.keys().get(key.text()));
    }

    private void checkType(ParserRuleContext at, Aggregate aggregate) {
        FieldPath path = aggregate.path();
        if (path != null && !aggregate.function().takes(path.leaf())) {
            throw soql.refusal(
                    ExceptionCode.MALFORMED_QUERY,
                    at,
                    "field " + path.leaf().name() + " does not support aggregate operator " + aggregate.function());
        }
    }

    static Optional<Aggregate.Function> function(SoqlFunctionContext context) {
        for (Aggregate.Function function : Aggregate.Function.values()) {
            if (context.getStart().getText().equalsIgnoreCase(function.name())) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }

    /** A stand-in for the field that a function would be. */
    static FieldSchema synthetic(String name, FieldType type) {
        return new FieldSchema(
                name, name, type, 255, 18, 0, Set.of(), List.of(), null, null, List.of(), null, null, null);
    }
}
