package io.plumbline.dossier.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

/**
 * Reads one line of JSON into texts, numbers, truths, lists and {@link JsonObject}s, which takes a fraction of a tree of nodes.
 * Names are those of the parser, which are interned.
 */
final class JsonLine {

    private static final int USUAL_MEMBERS = 12;

    private final JsonParser json;
    private final TextPool texts = new TextPool();

    private JsonLine(JsonParser json) {
        this.json = json;
    }

    /**
     * The one object that the text holds; null when it holds another value, or none.
     *
     * @throws JacksonException when the text is not JSON, or more follows behind the value
     */
    static @Nullable JsonObject read(JsonParser json) {
        JsonLine line = new JsonLine(json);
        JsonToken first = json.nextToken();
        Object value = first == null ? null : line.value(first);
        if (first != null && json.nextToken() != null) {
            throw new StreamReadException(json, "More follows behind the end of the object");
        }
        return value instanceof JsonObject object ? object : null;
    }

    private @Nullable Object value(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> text();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> UsualNumber.of(json.getNumberValue());
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            default -> null;
        };
    }

    private String text() {
        int length = json.getStringLength();
        return texts.text(json.getStringCharacters(), json.getStringOffset(), length);
    }

    private JsonObject object() {
        @Nullable Object[] members = new Object[2 * USUAL_MEMBERS];
        int end = 0;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            if (end == members.length) {
                members = Arrays.copyOf(members, 2 * end);
            }
            members[end] = name;
            members[end + 1] = value(json.nextToken());
            end += 2;
        }
        return new JsonObject(members, end);
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> elements = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            elements.add(value(token));
        }
        return elements;
    }
}
