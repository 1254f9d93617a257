package io.plumbline.sandbox.rest;

import io.plumbline.sandbox.gate.Call;
import io.plumbline.sandbox.gate.RefusedException;
import io.plumbline.sandbox.gate.Writes;
import io.plumbline.sandbox.http.Json;
import io.plumbline.sandbox.http.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Up to 25 requests in one call, later ones with values from earlier ones: {@code composite}. */
final class CompositeResource implements Resource {

    private static final int MOST = 25;
    private static final int MOST_QUERIES = 5;
    private static final Pattern QUERY =
            Pattern.compile("/services/data/v[^/]+/(query|queryAll|composite/sobjects)\\b.*");
    private static final String ROLLED_BACK =
            "The transaction was rolled back since another operation in the same transaction failed.";

    private final SubRequests parts;
    private final Writes writes;

    CompositeResource(SubRequests parts, Writes writes) {
        this.parts = parts;
        this.writes = writes;
    }

    @Override
    public Optional<Step> step(Target target) {
        boolean mine = target.method().equals("POST")
                && target.depth() == 1
                && target.piece(0).equals("composite");
        if (!mine) {
            return Optional.empty();
        }
        JsonNode body = JsonBody.of(target.request());
        List<JsonNode> requests = body.path("compositeRequest").valueStream().toList();
        check(requests);
        boolean allOrNone = body.path("allOrNone").asBoolean(false);
        return Optional.of(
                Step.writing("composite", requests.size() + " requests", call -> answer(call, requests, allOrNone)));
    }

    private static void check(List<JsonNode> requests) {
        if (requests.isEmpty() || requests.size() > MOST) {
            throw new RefusedException(
                    "INVALID_INPUT", "a composite takes 1 to " + MOST + " requests, not " + requests.size());
        }
        long queries = requests.stream()
                .filter(request ->
                        QUERY.matcher(request.path("url").asString("")).matches())
                .count();
        if (queries > MOST_QUERIES) {
            throw new RefusedException(
                    "INVALID_INPUT",
                    "a composite takes " + MOST_QUERIES + " queries and collections at most, not " + queries);
        }
        Set<String> ids = new HashSet<>();
        for (JsonNode request : requests) {
            String id = request.path("referenceId").asString("");
            if (id.isEmpty() || !ids.add(id)) {
                throw new RefusedException(
                        "INVALID_INPUT", "every request needs a referenceId of its own, not \"" + id + "\"");
            }
        }
    }

    private Response answer(Call call, List<JsonNode> requests, boolean allOrNone) {
        List<Map<String, @Nullable Object>> answers = new ArrayList<>();
        if (allOrNone) {
            boolean succeeded = writes.together(call, () -> run(call, requests, answers, true));
            if (!succeeded) {
                answers.replaceAll(CompositeResource::rolledBack);
            }
        } else {
            run(call, requests, answers, false);
        }
        return Response.json(200, Map.of("compositeResponse", answers));
    }

    private boolean run(
            Call call, List<JsonNode> requests, List<Map<String, @Nullable Object>> answers, boolean halting) {
        References references = new References();
        boolean succeeded = true;
        for (JsonNode request : requests) {
            String id = request.path("referenceId").asString("");
            if (halting && !succeeded) {
                answers.add(halted(id, ROLLED_BACK));
                continue;
            }
            String url = request.path("url").asString("");
            String body = request.has("body") ? Json.write(request.path("body")) : "";
            Optional<String> dangling = references.dangling(url + body);
            if (dangling.isPresent()) {
                String reference = dangling.get().substring(0, dangling.get().indexOf('.'));
                answers.add(halted(
                        id, "Invalid reference specified. No value for " + dangling.get() + " found in " + reference));
                succeeded = false;
                continue;
            }
            Response answer = parts.answer(
                    call, request.path("method").asString("GET"), references.fill(url), references.fill(body));
            references.put(id, answer);
            answers.add(entry(id, answer));
            succeeded &= answer.status() < 400;
        }
        return succeeded;
    }

    private static Map<String, @Nullable Object> entry(String id, Response answer) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("body", answer.body().length == 0 ? null : Json.read(answer.text()));
        entry.put(
                "httpHeaders",
                answer.header("Location")
                        .map(place -> Map.of("Location", place))
                        .orElse(Map.of()));
        entry.put("httpStatusCode", answer.status());
        entry.put("referenceId", id);
        return entry;
    }

    private static Map<String, @Nullable Object> halted(String id, String why) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("body", List.of(Map.of("errorCode", "PROCESSING_HALTED", "message", why)));
        entry.put("httpHeaders", Map.of());
        entry.put("httpStatusCode", 400);
        entry.put("referenceId", id);
        return entry;
    }

    /** Of a transaction that failed, what went well did not happen. */
    private static Map<String, @Nullable Object> rolledBack(Map<String, @Nullable Object> entry) {
        boolean wentWell = entry.get("httpStatusCode") instanceof Integer status && status < 400;
        return wentWell ? halted(String.valueOf(entry.get("referenceId")), ROLLED_BACK) : entry;
    }
}
