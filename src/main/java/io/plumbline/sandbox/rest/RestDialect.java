package io.plumbline.sandbox.rest;

import io.plumbline.sandbox.control.ApiMeter;
import io.plumbline.sandbox.gate.Dialect;
import io.plumbline.sandbox.gate.Refusal;
import io.plumbline.sandbox.http.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How REST and Bulk 2.0 say no: an array of errors under a telling status, and the use of the API in a header. */
public final class RestDialect implements Dialect {

    private final ApiMeter meter;

    public RestDialect(ApiMeter meter) {
        this.meter = meter;
    }

    @Override
    public Response refuse(Refusal refusal) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", refusal.message());
        error.put("errorCode", refusal.code());
        if (!refusal.fields().isEmpty()) {
            error.put("fields", refusal.fields());
        }
        return Response.json(statusOf(refusal.code()), List.of(error));
    }

    @Override
    public Response deadSession(String token, Optional<String> message) {
        return refuse(Refusal.of("INVALID_SESSION_ID", message.orElse("Session expired or invalid")))
                .with("WWW-Authenticate", "Token");
    }

    @Override
    public Response finish(Response response) {
        return response.with("Sforce-Limit-Info", "api-usage=" + meter.used() + "/" + meter.limit());
    }

    static int statusOf(String code) {
        return switch (code) {
            case "INVALID_SESSION_ID", "INVALID_AUTH_HEADER" -> 401;
            case "REQUEST_LIMIT_EXCEEDED",
                    "INSUFFICIENT_ACCESS",
                    "INSUFFICIENT_ACCESS_OR_READONLY",
                    "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY",
                    "CANNOT_EXECUTE_FLOW_TRIGGER",
                    "API_CURRENTLY_DISABLED" -> 403;
            case "NOT_FOUND", "ENTITY_IS_DELETED" -> 404;
            case "METHOD_NOT_ALLOWED" -> 405;
            case "JOB_VERSION_CONFLICT" -> 409;
            case "URI_TOO_LONG" -> 414;
            case "UNSUPPORTED_MEDIA_TYPE" -> 415;
            case "UNKNOWN_EXCEPTION" -> 500;
            case "SERVER_UNAVAILABLE", "INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE" -> 503;
            default -> 400;
        };
    }
}
