package io.plumbline.mirror;

import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads field values that a {@link FieldWriter} wrote, exactly. Each value carries its type as its first character: {@code t}ext,
 * {@code n}umber, {@code b}oolean, {@code d}ate, {@code m}oment; a field that holds nothing is null.
 */
final class FieldValues {

    private final JsonFactory json = new JsonFactory();

    /** Few, and each stands in every row of its source. */
    private final Map<String, FieldName> names = new ConcurrentHashMap<>();

    Map<FieldName, FieldValue> read(String text) {
        Map<FieldName, FieldValue> fields = new LinkedHashMap<>();
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                FieldName field = names.computeIfAbsent(name, FieldName::of);
                fields.put(
                        field,
                        parser.nextToken() == JsonToken.VALUE_NULL ? FieldValue.EMPTY : decode(parser.getString()));
            }
        }
        return fields;
    }

    private static FieldValue decode(String encoded) {
        String text = encoded.substring(1);
        return switch (encoded.charAt(0)) {
            case 't' -> FieldValue.text(text);
            case 'n' -> FieldValue.number(new BigDecimal(text));
            case 'b' -> FieldValue.flag(Boolean.parseBoolean(text));
            case 'd' -> FieldValue.day(LocalDate.parse(text));
            case 'm' -> FieldValue.moment(Instant.parse(text));
            default ->
                throw new IllegalStateException("The mirror holds a value of an unknown type '"
                        + encoded.charAt(0) + "': it was written by a newer version of Plumbline. Use that version, or"
                        + " delete the mirror and let it be read again.");
        };
    }
}
