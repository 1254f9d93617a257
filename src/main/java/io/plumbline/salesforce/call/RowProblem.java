package io.plumbline.salesforce.call;

import java.util.List;

/** One reason why a record was refused; its code may be one that we do not know. */
public record RowProblem(String code, String message, List<String> fields) {
    public RowProblem {
        fields = List.copyOf(fields);
    }
}
