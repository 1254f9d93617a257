package io.plumbline.sandbox.gate;

import io.plumbline.sandbox.http.Response;
import java.util.Map;

/** How the asynchronous service reports a dead session: status 400, names of its own (A1). */
final class AsynchronousDialect {

    private AsynchronousDialect() {}

    static Response deadSession() {
        return Response.json(
                400, Map.of("exceptionCode", "InvalidSessionId", "exceptionMessage", "Invalid session id"));
    }
}
