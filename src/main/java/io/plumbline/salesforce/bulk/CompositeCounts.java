package io.plumbline.salesforce.bulk;

import io.plumbline.salesforce.SoqlQuery;
import io.plumbline.salesforce.call.ApiVersion;
import io.plumbline.salesforce.http.HttpAnswer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Counts the records of several queries in one call: a Composite request counts as one towards the limit, however many
 * it carries (REST API Developer Guide, Composite).
 */
final class CompositeCounts {

    private static final String ROOT = "/services/data/v" + ApiVersion.OURS;

    private final BulkCalls calls;

    CompositeCounts(BulkCalls calls) {
        this.calls = calls;
    }

    /** @param queries of the 25 requests that one call takes, at most five */
    List<OptionalLong> of(List<SoqlQuery> queries) {
        List<Map<String, String>> requests = IntStream.range(0, queries.size())
                .mapToObj(i -> Map.of("method", "GET", "url", address(queries.get(i)), "referenceId", reference(i)))
                .toList();
        BulkCall call = BulkCall.ask(ROOT + "/composite", Map.of("allOrNone", false, "compositeRequest", requests));
        HttpAnswer answer = calls.repeating(() -> calls.once(call));
        List<JsonNode> parts = BulkErrors.json(answer).stream()
                .flatMap(body -> body.path("compositeResponse").valueStream())
                .toList();
        return IntStream.range(0, queries.size())
                .mapToObj(i -> parts.stream()
                        .filter(part -> part.path("referenceId").asString("").equals(reference(i)))
                        .map(CompositeCounts::count)
                        .findFirst()
                        .orElse(OptionalLong.empty()))
                .toList();
    }

    private static String address(SoqlQuery query) {
        String resource = query.includeDeleted() ? "/queryAll" : "/query";
        return ROOT + resource + "?q="
                + URLEncoder.encode(query.countText(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String reference(int number) {
        return "count" + number;
    }

    private static OptionalLong count(JsonNode part) {
        JsonNode total = part.path("body").path("totalSize");
        boolean counted = part.path("httpStatusCode").asInt(0) == 200 && total.isIntegralNumber();
        return counted ? OptionalLong.of(total.longValue()) : OptionalLong.empty();
    }
}
