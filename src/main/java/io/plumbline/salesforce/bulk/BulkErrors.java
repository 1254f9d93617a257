package io.plumbline.salesforce.bulk;

import io.plumbline.salesforce.call.ApiFault;
import io.plumbline.salesforce.http.HttpAnswer;
import io.plumbline.salesforce.http.ShortJson;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads a refusal in either dialect of the asynchronous API: REST's list of {@code errorCode} and {@code message}, and
 * the older service's {@code exceptionCode} and {@code exceptionMessage}, which is how a dead session may come (trap A1).
 */
final class BulkErrors {

    private BulkErrors() {}

    /** The refusal in this answer; empty when it is not one of the API. */
    static Optional<ApiFault> of(HttpAnswer answer) {
        return json(answer).map(body -> body.isArray() ? body.path(0) : body).flatMap(BulkErrors::fault);
    }

    static Optional<JsonNode> json(HttpAnswer answer) {
        try {
            return Optional.of(ShortJson.read(answer.body()));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private static Optional<ApiFault> fault(JsonNode error) {
        String code =
                error.path("errorCode").asString(error.path("exceptionCode").asString(""));
        String message =
                error.path("message").asString(error.path("exceptionMessage").asString(""));
        return code.isBlank() ? Optional.empty() : Optional.of(new ApiFault(code, message));
    }
}
