package io.plumbline.sandbox.bulk;

import io.plumbline.sandbox.gate.RefusedException;
import io.plumbline.sandbox.http.Json;
import io.plumbline.sandbox.http.MalformedJsonException;
import io.plumbline.sandbox.http.Request;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A request below {@code jobs/query} or {@code jobs/ingest}.
 *
 * @param version the API version, as {@code v65.0}
 * @param path the pieces after {@code jobs/query} or {@code jobs/ingest}
 */
record JobRequest(String version, List<String> path, Request request) {

    /** Method and shape of the path, as {@code GET ID results}. */
    String shape() {
        return switch (path.size()) {
            case 0 -> request.method();
            case 1 -> request.method() + " ID";
            default -> request.method() + " ID " + String.join("/", path.subList(1, path.size()));
        };
    }

    String id() {
        return path.get(0);
    }

    Optional<String> parameter(String name) {
        return request.parameter(name);
    }

    /** The number of a parameter; {@code otherwise} when it is not there. */
    int number(String name, int otherwise) {
        String text = parameter(name).orElse("");
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("\\d{1,9}") || text.matches("0+")) {
            throw new RefusedException("INVALIDJOB", "invalid " + name + ": " + text);
        }
        return Math.min(otherwise, Integer.parseInt(text));
    }

    /** The JSON it brings. */
    JsonNode json() {
        String type = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!type.startsWith("application/json")) {
            throw new RefusedException(
                    "UNSUPPORTED_MEDIA_TYPE", "Content type specified in HTTP header is not supported: " + type);
        }
        try {
            JsonNode body = Json.read(request.text());
            if (body.isObject()) {
                return body;
            }
            throw new RefusedException("JSON_PARSER_ERROR", "a JSON object was expected");
        } catch (MalformedJsonException malformed) {
            throw new RefusedException("JSON_PARSER_ERROR", String.valueOf(malformed.getMessage()));
        }
    }

    String url(String below) {
        return "/services/data/" + version + "/jobs/" + below;
    }
}
