package io.plumbline.config.mapping;

import io.plumbline.crm.FieldName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Entries of a plan that stand in numbered fields of the plan itself, such as {@code Stakeholder_1__c} to
 * {@code Stakeholder_5__c}, instead of in records of their own.
 *
 * @param count how many there are, numbered from 1
 * @param fields by the key in mapping.yaml
 */
public record NumberedColumns(SourceName name, int count, Map<String, Column> fields) {

    /**
     * A field for each number.
     *
     * @param pattern its name with {@code #} for the number
     * @param required whether the org must show all of them
     */
    public record Column(String pattern, boolean required, Translation translation) {

        static final String NUMBER = "#";

        public FieldName field(int number) {
            return FieldName.of(pattern.replace(NUMBER, Integer.toString(number)));
        }
    }

    public NumberedColumns {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The numbers of the columns, in order. */
    public List<Integer> numbers() {
        return IntStream.rangeClosed(1, count).boxed().toList();
    }

    public Optional<Column> column(String key) {
        return Optional.ofNullable(fields.get(key));
    }
}
