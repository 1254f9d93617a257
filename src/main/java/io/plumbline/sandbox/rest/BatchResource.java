package io.plumbline.sandbox.rest;

import io.plumbline.sandbox.gate.Call;
import io.plumbline.sandbox.gate.RefusedException;
import io.plumbline.sandbox.http.Json;
import io.plumbline.sandbox.http.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Up to 25 requests in one call that know nothing of each other: {@code composite/batch}. */
final class BatchResource implements Resource {

    private static final int MOST = 25;

    private final SubRequests parts;

    BatchResource(SubRequests parts) {
        this.parts = parts;
    }

    @Override
    public Optional<Step> step(Target target) {
        boolean mine = target.method().equals("POST")
                && target.depth() == 2
                && target.piece(0).equals("composite")
                && target.piece(1).equals("batch");
        if (!mine) {
            return Optional.empty();
        }
        JsonNode body = JsonBody.of(target.request());
        List<JsonNode> requests = body.path("batchRequests").valueStream().toList();
        if (requests.isEmpty() || requests.size() > MOST) {
            throw new RefusedException(
                    "INVALID_INPUT", "a batch takes 1 to " + MOST + " requests, not " + requests.size());
        }
        boolean halting = body.path("haltOnError").asBoolean(false);
        return Optional.of(
                Step.writing("batch", requests.size() + " requests", call -> answer(call, requests, halting)));
    }

    private Response answer(Call call, List<JsonNode> requests, boolean halting) {
        List<Map<String, @Nullable Object>> results = new ArrayList<>();
        boolean failed = false;
        for (JsonNode request : requests) {
            if (failed && halting) {
                results.add(result(
                        412,
                        List.of(Map.of(
                                "errorCode",
                                "BATCH_PROCESSING_HALTED",
                                "message",
                                "Batch processing halted per request"))));
                continue;
            }
            String url = request.path("url").asString("");
            Response answer = parts.answer(
                    call,
                    request.path("method").asString("GET"),
                    url.startsWith("/services/") ? url : "/services/data/" + url,
                    request.has("richInput") ? Json.write(request.path("richInput")) : "");
            results.add(result(answer.status(), answer.body().length == 0 ? null : Json.read(answer.text())));
            failed |= answer.status() >= 400;
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("hasErrors", failed);
        json.put("results", results);
        return Response.json(200, json);
    }

    private static Map<String, @Nullable Object> result(int status, @Nullable Object body) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("statusCode", status);
        result.put("result", body);
        return result;
    }
}
