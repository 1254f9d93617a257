package io.plumbline.sandbox.soql;

import io.github.apexdevtools.apexparser.ApexParser.FieldExpressionContext;
import io.github.apexdevtools.apexparser.ApexParser.SubFieldEntryContext;
import io.github.apexdevtools.apexparser.ApexParser.SubQueryContext;
import io.github.apexdevtools.apexparser.ApexParser.WhereClauseContext;
import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.record.refusal.ExceptionCode;
import io.plumbline.sandbox.record.store.RecordView;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.schema.FieldSchema;
import io.plumbline.sandbox.schema.FieldType;
import io.plumbline.sandbox.schema.ObjectSchema;
import io.plumbline.sandbox.soql.condition.Condition;
import io.plumbline.sandbox.soql.condition.ConditionReader;
import io.plumbline.sandbox.soql.condition.DateFunction;
import io.plumbline.sandbox.soql.condition.Literals;
import io.plumbline.sandbox.soql.condition.Matches;
import io.plumbline.sandbox.soql.text.SoqlText;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The WHERE clauses of one query, its semi-joins and sub-selects included: conditions on records, and the records that satisfy them. */
final class WhereClause {

    private static final int MOST_SEMI_JOINS = 2;

    private final SoqlText soql;
    private final FromClause from;
    private final ObjectSchema outer;
    private final Org org;
    private final RecordView records;
    private final boolean hiddenToo;
    private int semiJoins;

    /**
     * @param outer the object of the whole query
     * @param hiddenToo whether deleted and archived records count
     */
    WhereClause(SoqlText soql, FromClause from, ObjectSchema outer, Org org, RecordView records, boolean hiddenToo) {
        this.soql = soql;
        this.from = from;
        this.outer = outer;
        this.org = org;
        this.records = records;
        this.hiddenToo = hiddenToo;
    }

    /** The condition; {@code null} when there is none. */
    @Nullable
    Condition<StoredRecord> condition(
            ObjectSchema object, PathResolver resolver, @Nullable WhereClauseContext where, boolean mayJoin) {
        return where == null
                ? null
                : new ConditionReader<StoredRecord>(
                                soql,
                                literals(),
                                org.settings().zone(),
                                expression -> operand(object, resolver, expression),
                                (left, join) -> semiJoin(resolver.resolve(left.fieldName()), join, mayJoin))
                        .where(where.whereLogicalExpression());
    }

    private ConditionReader.Operand<StoredRecord> operand(
            ObjectSchema object, PathResolver resolver, FieldExpressionContext expression) {
        if (expression.fieldName() == null) {
            return ofDate(resolver, expression);
        }
        FieldPath path = resolver.resolve(expression.fieldName());
        FieldSchema field = path.leaf();
        boolean indexed = path.direct() && (field.type() == FieldType.ID || records.isIndexed(object, field.name()));
        return new ConditionReader.Operand<>(
                field, indexed ? field.name() : null, record -> path.value(records, record));
    }

    private ConditionReader.Operand<StoredRecord> ofDate(PathResolver resolver, FieldExpressionContext expression) {
        DateFunction function = DateFunction.of(
                        expression.soqlFunction(), org.settings().zone())
                .orElseThrow(() -> soql.notSupported(
                        expression, "the function " + expression.getStart().getText() + " in WHERE"));
        FieldPath path =
                resolver.resolve(expression.soqlFunction().dateFieldName().fieldName());
        return new ConditionReader.Operand<>(
                Grouping.synthetic(expression.soqlFunction().getText(), FieldType.INT),
                null,
                record -> function.of(path.value(records, record)));
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
        ObjectSchema object = from.object(join.fromNameList());
        if (object.name().equals(outer.name())) {
            throw soql.refusal(
                    ExceptionCode.MALFORMED_QUERY,
                    join,
                    "The inner and outer selects should not be on the same object type");
        }
        PathResolver resolver = from.resolver(join.fromNameList(), object);
        FieldPath path = resolver.resolve(entries.getFirst().fieldName());
        if (path.leaf().type() != FieldType.ID && path.leaf().type() != FieldType.REFERENCE) {
            throw soql.refusal(
                    ExceptionCode.MALFORMED_QUERY,
                    join,
                    "Semi join sub-selects can only query id fields, cannot use: '"
                            + path.leaf().name() + "'");
        }
        if (Collections.disjoint(left.targets(outer), path.targets(object))) {
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

    /** The records that satisfy a clause. */
    List<StoredRecord> matches(
            ObjectSchema object, PathResolver resolver, @Nullable WhereClauseContext where, boolean mayJoin) {
        ObjectSchema whole = org.schema().object(object.name()).orElse(object);
        return new Matches(records, whole, hiddenToo).of(condition(object, resolver, where, mayJoin));
    }

    Literals literals() {
        return new Literals(
                soql, LocalDate.ofInstant(org.clock().instant(), org.settings().zone()));
    }
}
