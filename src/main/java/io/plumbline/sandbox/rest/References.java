package io.plumbline.sandbox.rest;

import io.plumbline.sandbox.http.Json;
import io.plumbline.sandbox.http.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What later requests of a composite may take from the answers of earlier ones, as {@code @{ref.id}} or {@code @{ref.records[0].Id}}. */
final class References {

    private static final Pattern PLACE = Pattern.compile("@\\{(\\w+)\\.([\\w.\\[\\]]+)}");

    private final Map<String, JsonNode> answers = new HashMap<>();

    /** Remembers the answer of a request. */
    void put(String referenceId, Response answer) {
        if (answer.status() < 300 && answer.body().length > 0) {
            answers.put(referenceId, Json.read(answer.text()));
        }
    }

    /** The first reference of a text that leads nowhere. */
    Optional<String> dangling(String text) {
        Matcher places = PLACE.matcher(text);
        while (places.find()) {
            if (value(places).isEmpty()) {
                return Optional.of(places.group(1) + "." + places.group(2));
            }
        }
        return Optional.empty();
    }

    /** The text with values for its references, escaped for the inside of a JSON string. */
    String fill(String text) {
        return PLACE.matcher(text).replaceAll(place -> {
            String quoted = Json.write(value(place).orElse(""));
            return Matcher.quoteReplacement(quoted.substring(1, quoted.length() - 1));
        });
    }

    private Optional<String> value(java.util.regex.MatchResult place) {
        JsonNode answer = answers.get(place.group(1));
        if (answer == null) {
            return Optional.empty();
        }
        String pointer = "/" + place.group(2).replaceAll("\\[(\\d+)]", ".$1").replace('.', '/');
        JsonNode value = answer.at(pointer);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value.asString());
    }
}
