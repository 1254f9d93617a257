package io.plumbline.config.mapping;

import io.plumbline.crm.FieldValue;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a field's value becomes the fact. */
public sealed interface Translation {

    /** The value is the fact. */
    record AsIs() implements Translation {}

    /** The text in lower case, for picklists whose values differ from the model's words by case only. */
    record LowerCase() implements Translation {}

    /** Salesforce keeps 45 for 45 %; the fact is 0.45. */
    record Percent() implements Translation {}

    /**
     * The name of a fiscal year, such as 2026, FY26 or 2025/26; the fact is its first or its last day in this org. Which
     * day that is, only whoever knows the org can tell: here the value stays as it is.
     */
    record FiscalDay(boolean last) implements Translation {}

    /**
     * A table from the field's text to the fact's, read without regard to case and surrounding space.
     *
     * @param otherwise the fact for a value the table does not list; null when that is unknown
     */
    record Values(Map<String, String> table, @Nullable String otherwise) implements Translation {
        public Values {
            table = Collections.unmodifiableMap(new LinkedHashMap<>(table));
        }
    }

    Translation AS_IS = new AsIs();

    /** The fact; {@link FieldValue#EMPTY} when the field holds nothing or nothing the translation knows. */
    default FieldValue apply(FieldValue value) {
        if (value.isEmpty()) {
            return value;
        }
        return switch (this) {
            case AsIs asIs -> value;
            case FiscalDay fiscalDay -> value;
            case LowerCase lowerCase -> FieldValue.text(value.toString().strip().toLowerCase(Locale.ROOT));
            case Percent percent ->
                value instanceof FieldValue.Decimal decimal
                        ? FieldValue.number(decimal.number().multiply(new BigDecimal("0.01")))
                        : FieldValue.EMPTY;
            case Values values -> {
                String text = value.toString().strip();
                String fact = values.otherwise();
                for (Map.Entry<String, String> row : values.table().entrySet()) {
                    if (row.getKey().strip().equalsIgnoreCase(text)) {
                        fact = row.getValue();
                    }
                }
                yield fact == null ? FieldValue.EMPTY : FieldValue.text(fact);
            }
        };
    }
}
