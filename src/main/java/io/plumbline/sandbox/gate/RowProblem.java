package io.plumbline.sandbox.gate;

import io.plumbline.sandbox.record.refusal.RecordError;
import java.util.List;

/**
 * Why one row was refused.
 *
 * @param code a status code, which a fault may have made up
 * @param message Salesforce's words
 * @param fields the fields at fault
 */
public record RowProblem(String code, String message, List<String> fields) {

    public RowProblem {
        fields = List.copyOf(fields);
    }

    static RowProblem of(RecordError error) {
        return new RowProblem(error.code().name(), error.message(), error.fields());
    }
}
