package io.plumbline.sandbox.rest;

import io.plumbline.sandbox.gate.Call;
import io.plumbline.sandbox.gate.ObjectFacts;
import io.plumbline.sandbox.gate.RefusedException;
import io.plumbline.sandbox.http.Response;
import io.plumbline.sandbox.schema.ObjectSchema;
import io.plumbline.sandbox.schema.Schema;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code sobjects}, {@code sobjects/X} and {@code sobjects/X/describe}, which knows when nothing has changed. */
final class DescribeResource implements Resource {

    private final Clock clock;
    private final Map<String, Seen> seenByUser = new HashMap<>();

    private record Seen(Schema schema, Instant since) {}

    DescribeResource(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Optional<Step> step(Target target) {
        if (!target.method().equals("GET") || !target.piece(0).equals("sobjects")) {
            return Optional.empty();
        }
        String object = target.piece(1);
        if (target.depth() == 1) {
            return Optional.of(Step.reading("describeGlobal", "", call -> global(target, call)));
        }
        if (target.depth() == 2) {
            return Optional.of(Step.reading("sobject.info", object, call -> info(target, find(call, object))));
        }
        if (target.depth() == 3 && target.piece(2).equals("describe")) {
            return Optional.of(Step.reading("describe", object, call -> describe(target, call, find(call, object))));
        }
        return Optional.empty();
    }

    private static Response global(Target target, Call call) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("encoding", "UTF-8");
        json.put("maxBatchSize", 200);
        json.put(
                "sobjects",
                call.caller().schema().objects().stream()
                        .map(object -> inRest(target, object, ObjectFacts.brief(object)))
                        .toList());
        return Response.json(200, json);
    }

    private static Response info(Target target, ObjectSchema object) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("objectDescribe", inRest(target, object, ObjectFacts.brief(object)));
        json.put("recentItems", List.of());
        return Response.json(200, json);
    }

    private Response describe(Target target, Call call, ObjectSchema object) {
        Instant changed = lastChange(call);
        boolean known = target.request()
                .header("If-Modified-Since")
                .flatMap(DescribeResource::httpDate)
                .filter(since -> !changed.isAfter(since))
                .isPresent();
        Response response = known ? Response.empty(304) : Response.json(200, full(target, object));
        return response.with(
                "Last-Modified", DateTimeFormatter.RFC_1123_DATE_TIME.format(changed.atZone(ZoneOffset.UTC)));
    }

    // What a user sees is a new schema whenever a permission or the metadata changed.
    private synchronized Instant lastChange(Call call) {
        Seen seen = seenByUser.get(call.caller().userId());
        if (seen == null || seen.schema() != call.caller().schema()) {
            seen = new Seen(call.caller().schema(), clock.instant().truncatedTo(ChronoUnit.SECONDS));
            seenByUser.put(call.caller().userId(), seen);
        }
        return seen.since();
    }

    private static ObjectSchema find(Call call, String name) {
        return call.caller()
                .schema()
                .object(name)
                .orElseThrow(() -> new RefusedException("NOT_FOUND", "The requested resource does not exist"));
    }

    /** REST has some keys that SOAP has not, and all of them in the order of the alphabet. */
    private static Map<String, @Nullable Object> full(Target target, ObjectSchema object) {
        Map<String, @Nullable Object> facts = new TreeMap<>(inRest(target, object, ObjectFacts.full(object)));
        facts.put("extendedBy", null);
        facts.put("extendsInterfaces", null);
        facts.put("listviewable", null);
        facts.put("lookupLayoutable", null);
        facts.put("sobjectDescribeOption", "FULL");
        return facts;
    }

    private static Map<String, @Nullable Object> inRest(
            Target target, ObjectSchema object, Map<String, @Nullable Object> facts) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>(facts);
        // SOAP alone has it.
        json.remove("idEnabled");
        Map<String, String> urls = new LinkedHashMap<>();
        String url = target.url("sobjects/" + object.name());
        urls.put("rowTemplate", url + "/{ID}");
        urls.put("describe", url + "/describe");
        urls.put("sobject", url);
        json.put("urls", urls);
        return json;
    }

    private static Optional<Instant> httpDate(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }
}
