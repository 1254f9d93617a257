package io.plumbline.sandbox.http;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON in and out, decimals exact both ways. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    /** The text of a value built from maps, lists, strings, numbers, booleans and nulls. */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /**
     * The tree of a text.
     *
     * @throws MalformedJsonException when the text is no JSON; its message says where
     */
    public static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException malformed) {
            throw new MalformedJsonException(malformed.getOriginalMessage(), malformed);
        }
    }
}
