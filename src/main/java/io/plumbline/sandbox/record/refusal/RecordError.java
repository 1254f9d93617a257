package io.plumbline.sandbox.record.refusal;

import java.util.List;

/**
 * Why one record was refused.
 *
 * @param fields the fields at fault, empty where Salesforce names none
 */
public record RecordError(StatusCode code, String message, List<String> fields) {

    public RecordError {
        fields = List.copyOf(fields);
    }

    public static RecordError of(StatusCode code, String message, String... fields) {
        return new RecordError(code, message, List.of(fields));
    }
}
