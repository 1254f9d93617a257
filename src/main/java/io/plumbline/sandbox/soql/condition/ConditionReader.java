package io.plumbline.sandbox.soql.condition;

import io.github.apexdevtools.apexparser.ApexParser.ComparisonOperatorContext;
import io.github.apexdevtools.apexparser.ApexParser.FieldExpressionContext;
import io.github.apexdevtools.apexparser.ApexParser.LogicalExpressionContext;
import io.github.apexdevtools.apexparser.ApexParser.SubQueryContext;
import io.github.apexdevtools.apexparser.ApexParser.ValueContext;
import io.github.apexdevtools.apexparser.ApexParser.WhereLogicalExpressionContext;
import io.plumbline.sandbox.record.refusal.ExceptionCode;
import io.plumbline.sandbox.schema.FieldSchema;
import io.plumbline.sandbox.schema.FieldType;
import io.plumbline.sandbox.soql.text.SoqlText;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/**
 * Turns a WHERE or HAVING clause into a condition on rows.
 *
 * @param <R> a record, or a group of them
 */
public final class ConditionReader<R> {

    /**
     * The left side of a comparison.
     *
     * @param indexed the field an index may be asked for, absent where there is none
     */
    public record Operand<R>(FieldSchema field, @Nullable String indexed, Condition.Source<R> source) {}

    private final SoqlText soql;
    private final Literals literals;
    private final ZoneId zone;
    private final Function<FieldExpressionContext, Operand<R>> operands;
    private final BiFunction<FieldExpressionContext, SubQueryContext, Set<Object>> semiJoin;

    public ConditionReader(
            SoqlText soql,
            Literals literals,
            ZoneId zone,
            Function<FieldExpressionContext, Operand<R>> operands,
            BiFunction<FieldExpressionContext, SubQueryContext, Set<Object>> semiJoin) {
        this.soql = soql;
        this.literals = literals;
        this.zone = zone;
        this.operands = operands;
        this.semiJoin = semiJoin;
    }

    public Condition<R> where(WhereLogicalExpressionContext expression) {
        return where(expression, true);
    }

    /**
     * @param mayJoin whether only ANDs stand above it, so that a semi-join may
     */
    private Condition<R> where(WhereLogicalExpressionContext expression, boolean mayJoin) {
        boolean joins =
                mayJoin && expression.NOT() == null && expression.SOQLOR().isEmpty();
        List<Condition<R>> parts = expression.whereConditionalExpression().stream()
                .map(part -> {
                    if (part.whereLogicalExpression() != null) {
                        return where(part.whereLogicalExpression(), joins);
                    }
                    if (part.whereFieldExpression().fieldExpression() == null) {
                        throw soql.notSupported(part, "FORMULA");
                    }
                    return comparison(part.whereFieldExpression().fieldExpression(), joins);
                })
                .toList();
        return joined(parts, expression.NOT() != null, !expression.SOQLOR().isEmpty());
    }

    public Condition<R> having(LogicalExpressionContext expression) {
        List<Condition<R>> parts = expression.conditionalExpression().stream()
                .map(part -> part.logicalExpression() != null
                        ? having(part.logicalExpression())
                        : comparison(part.fieldExpression(), true))
                .toList();
        return joined(parts, expression.NOT() != null, !expression.SOQLOR().isEmpty());
    }

    private static <R> Condition<R> joined(List<Condition<R>> parts, boolean not, boolean or) {
        if (not) {
            return new Condition.Not<>(parts.getFirst());
        }
        return parts.size() == 1 ? parts.getFirst() : or ? new Condition.Or<>(parts) : new Condition.And<>(parts);
    }

    private Condition<R> comparison(FieldExpressionContext expression, boolean mayJoin) {
        Operand<R> left = operands.apply(expression);
        FieldSchema field = left.field();
        if (!field.filterable() || field.type() == FieldType.ADDRESS) {
            throw soql.refusal(
                    ExceptionCode.INVALID_FIELD,
                    expression,
                    "field '" + field.name() + "' can not be filtered in a query call");
        }
        ValueContext value = expression.value();
        if (value.subQuery() != null && !mayJoin) {
            throw soql.refusal(
                    ExceptionCode.MALFORMED_QUERY,
                    value,
                    "Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions");
        }
        return switch (operator(expression.comparisonOperator())) {
            case "=" -> equal(left, value);
            case "!=", "<>" -> new Condition.Not<>(equal(left, value));
            case "<" -> compare(left, value, Set.of(-1));
            case "<=" -> compare(left, value, Set.of(-1, 0));
            case ">" -> compare(left, value, Set.of(1));
            case ">=" -> compare(left, value, Set.of(0, 1));
            case "IN" -> in(left, expression);
            case "NOTIN" -> new Condition.Not<>(in(left, expression));
            case "LIKE" -> like(left, value);
            case "INCLUDES" -> includes(left, value);
            case "EXCLUDES" -> new Condition.Not<>(includes(left, value));
            default ->
                throw soql.refusal(
                        ExceptionCode.MALFORMED_QUERY,
                        expression,
                        "unexpected token: '" + expression.comparisonOperator().getText() + "'");
        };
    }

    private static String operator(ComparisonOperatorContext operator) {
        return operator.getText().toUpperCase(Locale.ROOT);
    }

    private Condition<R> equal(Operand<R> left, ValueContext value) {
        if (value.subQuery() != null || value.valueList() != null) {
            throw soql.refusal(ExceptionCode.MALFORMED_QUERY, value, "unexpected token: '('");
        }
        Object right = literals.read(value, left.field());
        return right instanceof DateRange range
                ? new Condition.Days<>(left.source(), Set.of(0), range, zone)
                : keyed(left, right == null ? Set.of() : Set.of(right), right == null);
    }

    private Condition<R> keyed(Operand<R> left, Set<Object> values, boolean orBlank) {
        Set<Object> keys = new HashSet<>();
        for (Object value : values) {
            Object key = Values.key(left.field(), value);
            if (key != null) {
                keys.add(key);
            }
        }
        return new Condition.In<>(left.source(), left.field(), left.indexed(), keys, orBlank);
    }

    private Condition<R> compare(Operand<R> left, ValueContext value, Set<Integer> signs) {
        FieldType type = left.field().type();
        if (type == FieldType.BOOLEAN || type == FieldType.MULTIPICKLIST) {
            throw badOperator(value, left.field());
        }
        Object right = literals.read(value, left.field());
        if (right == null) {
            return keyed(left, Set.of(), false);
        }
        return right instanceof DateRange range
                ? new Condition.Days<>(left.source(), signs, range, zone)
                : new Condition.Compare<>(left.source(), left.field(), signs, right);
    }

    private Condition<R> in(Operand<R> left, FieldExpressionContext expression) {
        ValueContext value = expression.value();
        if (value.subQuery() != null) {
            if (left.field().type() != FieldType.ID && left.field().type() != FieldType.REFERENCE) {
                throw soql.refusal(
                        ExceptionCode.MALFORMED_QUERY,
                        value,
                        "Semi join sub-selects can only be used with Id and reference fields: "
                                + left.field().name());
            }
            return keyed(left, semiJoin.apply(expression, value.subQuery()), false);
        }
        if (value.valueList() == null) {
            throw value.boundExpression() != null
                    ? soql.refusal(ExceptionCode.MALFORMED_QUERY, value, "unexpected token: ':'")
                    : soql.refusal(ExceptionCode.MALFORMED_QUERY, value, "unexpected token: '" + value.getText() + "'");
        }
        Set<Object> values = new HashSet<>();
        boolean orBlank = false;
        for (ValueContext each : value.valueList().value()) {
            Object read = literals.read(each, left.field());
            if (read instanceof DateRange) {
                throw soql.notSupported(each, "a date literal in a list");
            }
            orBlank |= read == null;
            if (read != null) {
                values.add(read);
            }
        }
        return keyed(left, values, orBlank);
    }

    private Condition<R> like(Operand<R> left, ValueContext value) {
        FieldType type = left.field().type();
        if (!type.isText() || type == FieldType.MULTIPICKLIST) {
            throw badOperator(value, left.field());
        }
        if (value.valueList() != null || value.subQuery() != null) {
            throw soql.notSupported(value, "LIKE with a list");
        }
        if (literals.read(value, left.field()) == null) {
            return keyed(left, Set.of(), true);
        }
        String pattern = Literals.pattern(value).orElseThrow();
        return new Condition.Like<>(left.source(), Condition.Like.pattern(pattern));
    }

    private Condition<R> includes(Operand<R> left, ValueContext value) {
        if (left.field().type() != FieldType.MULTIPICKLIST) {
            throw badOperator(value, left.field());
        }
        if (value.valueList() == null) {
            throw soql.refusal(ExceptionCode.MALFORMED_QUERY, value, "unexpected token: '" + value.getText() + "'");
        }
        List<Set<String>> lists = value.valueList().value().stream()
                .map(each -> String.valueOf(literals.read(each, left.field())).toLowerCase(Locale.ROOT))
                .map(text -> Arrays.stream(text.split(";")).collect(Collectors.toSet()))
                .toList();
        return new Condition.Includes<>(left.source(), lists);
    }

    private RuntimeException badOperator(ParserRuleContext at, FieldSchema field) {
        return soql.refusal(
                ExceptionCode.INVALID_QUERY_FILTER_OPERATOR,
                at,
                "invalid operator on " + field.type().apiName() + " field");
    }

    /** For places where a sub-select may not stand. */
    public static Set<Object> refuseSemiJoin(SoqlText soql, SubQueryContext at) {
        throw soql.notSupported(at, "a semi-join in HAVING");
    }
}
