package io.plumbline.mirror.content;

import io.plumbline.crm.FieldLayout;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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
public final class FieldValues {

    private final JsonFactory json = new JsonFactory();

    /** Few, and each stands in every row of its source. */
    private final Map<String, FieldName> names = new ConcurrentHashMap<>();

    private final Map<List<FieldName>, FieldLayout> layouts = new ConcurrentHashMap<>();

    /** Mostly that of the next record, too. */
    private volatile FieldLayout last = new FieldLayout(List.of());

    public Map<FieldName, FieldValue> read(String text) {
        List<FieldName> fields = new ArrayList<>();
        List<FieldValue> values = new ArrayList<>();
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                fields.add(names.computeIfAbsent(name, FieldName::of));
                values.add(parser.nextToken() == JsonToken.VALUE_NULL ? FieldValue.EMPTY : decode(parser.getString()));
            }
        }
        FieldLayout usual = last;
        if (!usual.names().equals(fields)) {
            usual = layouts.computeIfAbsent(fields, FieldLayout::new);
            last = usual;
        }
        return usual.with(values.toArray(FieldValue[]::new));
    }

    private static FieldValue decode(String encoded) {
        String text = encoded.substring(1);
        return switch (encoded.charAt(0)) {
            case 't' -> FieldValue.text(text);
            case 'n' -> FieldValue.number(new BigDecimal(text));
            case 'b' -> FieldValue.flag(Boolean.parseBoolean(text));
            case 'd' -> FieldValue.day(IsoText.day(text));
            case 'm' -> FieldValue.moment(IsoText.moment(text));
            default ->
                throw new IllegalStateException("The mirror holds a value of an unknown type '"
                        + encoded.charAt(0) + "': it was written by a newer version of Plumbline. Use that version, or"
                        + " delete the mirror and let it be read again.");
        };
    }
}
