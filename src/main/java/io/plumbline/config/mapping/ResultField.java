package io.plumbline.config.mapping;

import io.plumbline.crm.FieldName;
import java.util.Map;

/**
 * The Account field that takes one result.
 *
 * @param labels for a picklist the value to write for each of {@link Result#verdicts()}; else empty
 */
public record ResultField(Result result, FieldName field, Map<String, String> labels) {

    public ResultField {
        labels = Map.copyOf(labels);
    }

    /** The picklist value for a verdict of the model; the verdict itself where no table is given. */
    public String label(String verdict) {
        return labels.getOrDefault(verdict, verdict);
    }
}
