package io.plumbline.sandbox.soql;

import io.plumbline.sandbox.record.store.RecordView;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.schema.FieldSchema;
import io.plumbline.sandbox.schema.FieldType;
import io.plumbline.sandbox.soql.condition.Values;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A function over a group of records.
 *
 * @param path what it is taken of; absent for COUNT()
 */
record Aggregate(Function function, @Nullable FieldPath path) {

    enum Function {
        COUNT,
        COUNT_DISTINCT,
        SUM,
        AVG,
        MIN,
        MAX;

        /** Whether it can be taken of a field: long text has none, only numbers add up, yes and no have no order. */
        boolean takes(FieldSchema field) {
            if (!field.filterable() || field.type() == FieldType.ADDRESS) {
                return false;
            }
            return switch (this) {
                case COUNT, COUNT_DISTINCT -> true;
                case SUM, AVG -> field.type().isNumber();
                case MIN, MAX -> field.type() != FieldType.BOOLEAN;
            };
        }
    }

    FieldType type() {
        return switch (function) {
            case COUNT, COUNT_DISTINCT -> FieldType.INT;
            case SUM, AVG -> FieldType.DOUBLE;
            case MIN, MAX -> path == null ? FieldType.INT : path.leaf().type();
        };
    }

    @Nullable
    Object over(RecordView records, Collection<StoredRecord> group) {
        if (path == null) {
            return group.size();
        }
        FieldSchema field = path.leaf();
        Stream<Object> values = group.stream()
                .map(record -> (Object) path.value(records, record))
                .filter(Objects::nonNull);
        return switch (function) {
            case COUNT -> (int) values.count();
            case COUNT_DISTINCT ->
                (int) values.map(value -> Values.key(field, value)).distinct().count();
            case MIN -> values.min((a, b) -> Values.compare(field, a, b)).orElse(null);
            case MAX -> values.max((a, b) -> Values.compare(field, a, b)).orElse(null);
            case SUM -> sum(values.toList()).orElse(null);
            case AVG -> {
                List<Object> all = values.toList();
                yield sum(all).map(sum -> sum.divide(BigDecimal.valueOf(all.size()), MathContext.DECIMAL64))
                        .orElse(null);
            }
        };
    }

    private static Optional<BigDecimal> sum(List<Object> values) {
        return values.stream().map(value -> new BigDecimal(value.toString())).reduce(BigDecimal::add);
    }
}
