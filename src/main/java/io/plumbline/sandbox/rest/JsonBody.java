package io.plumbline.sandbox.rest;

import io.plumbline.sandbox.gate.RefusedException;
import io.plumbline.sandbox.http.Json;
import io.plumbline.sandbox.http.Request;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The JSON that a writing request must bring. */
final class JsonBody {

    private JsonBody() {}

    static JsonNode of(Request request) {
        String type = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!type.startsWith("application/json")) {
            throw new RefusedException(
                    "UNSUPPORTED_MEDIA_TYPE",
                    "Content type specified in HTTP header is not supported: " + (type.isEmpty() ? "none" : type));
        }
        return Json.read(request.text());
    }
}
