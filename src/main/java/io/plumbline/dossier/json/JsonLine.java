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

    /** For some hundred ids of one dossier. */
    private static final int PLACES = 1024;

    private final JsonParser json;
    private final TextPool labels;
    private final TextPool names = new TextPool(PLACES);

    private JsonLine(JsonParser json, TextPool labels) {
        this.json = json;
        this.labels = labels;
    }

    /**
     * The one object that the text holds; null when it holds another value, or none.
     *
     * @param labels where texts are kept that the lines of an org have in common
     * @throws JacksonException when the text is not JSON, or more follows behind the value
     */
    static @Nullable JsonObject read(JsonParser json, TextPool labels) {
        JsonLine line = new JsonLine(json, labels);
        JsonToken first = json.nextToken();
        Object value = first == null ? null : line.value("", first);
        if (first != null && json.nextToken() != null) {
            throw new StreamReadException(json, "More follows behind the end of the object");
        }
        return value instanceof JsonObject object ? object : null;
    }

    private @Nullable Object value(String name, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array(name);
            case VALUE_STRING -> text(name);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> UsualNumber.of(json.getNumberValue());
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            default -> null;
        };
    }

    private String text(String name) {
        int length = json.getStringLength();
        TextPool texts = isOfOneAccount(name) ? names : labels;
        return texts.text(json.getStringCharacters(), json.getStringOffset(), length);
    }

    /** Ids and names repeat within a dossier; labels, dates and states do so from one dossier to the next. */
    private static boolean isOfOneAccount(String name) {
        return name.endsWith("Id") || name.endsWith("Ids") || name.equals("id") || name.equals("name");
    }

    private JsonObject object() {
        @Nullable Object[] members = new Object[2 * USUAL_MEMBERS];
        int end = 0;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            if (end == members.length) {
                members = Arrays.copyOf(members, 2 * end);
            }
            members[end] = name;
            members[end + 1] = value(name, json.nextToken());
            end += 2;
        }
        return new JsonObject(members, end);
    }

    private List<@Nullable Object> array(String name) {
        List<@Nullable Object> elements = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            elements.add(value(name, token));
        }
        return elements;
    }
}
