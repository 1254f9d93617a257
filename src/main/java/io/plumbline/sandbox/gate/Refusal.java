package io.plumbline.sandbox.gate;

import io.plumbline.sandbox.record.refusal.RequestRefusedException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a whole call is refused.
 *
 * @param code Salesforce's exception or error code
 * @param message Salesforce's words
 * @param row line of the query at fault; absent when it is no query or unknown
 * @param column column of the query at fault
 * @param fields the fields at fault
 */
public record Refusal(
        String code,
        String message,
        @Nullable Integer row,
        @Nullable Integer column,
        List<String> fields) {

    public Refusal {
        fields = List.copyOf(fields);
    }

    public static Refusal of(String code, String message) {
        return new Refusal(code, message, null, null, List.of());
    }

    /** The refusal of the org in the protocols' terms. */
    public static Refusal of(RequestRefusedException refused) {
        return new Refusal(
                refused.code().name(),
                refused.getMessage(),
                refused.row().isPresent() ? refused.row().getAsInt() : null,
                refused.column().isPresent() ? refused.column().getAsInt() : null,
                List.of());
    }

    public static Refusal limitReached() {
        return of("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
    }

    public static Refusal tooManyAtOnce() {
        return of("REQUEST_LIMIT_EXCEEDED", "ConcurrentRequests (Concurrent API Requests) Limit exceeded.");
    }

    public static Refusal readOnly() {
        return of(
                "INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE",
                "Updates can't be made during maintenance. Try again when maintenance is complete.");
    }
}
