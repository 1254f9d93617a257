package io.plumbline.mirror;

import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Field values as compact JSON text and back, exactly. Each value carries its type as its first character: {@code t}ext,
 * {@code n}umber, {@code b}oolean, {@code d}ate, {@code m}oment; a field that holds nothing is null.
 */
final class FieldValues {

    private static final TypeReference<LinkedHashMap<String, String>> TEXT_BY_NAME = new TypeReference<>() {};

    private final JsonMapper json = JsonMapper.builder().build();

    String write(Map<FieldName, FieldValue> fields) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator out = json.createGenerator(text)) {
            out.writeStartObject();
            fields.forEach((name, value) -> {
                out.writeName(name.value());
                // A null text is written as null.
                out.writeString(encode(value));
            });
            out.writeEndObject();
        }
        return text.toString();
    }

    Map<FieldName, FieldValue> read(String text) {
        Map<FieldName, FieldValue> fields = new LinkedHashMap<>();
        json.readValue(text, TEXT_BY_NAME).forEach((name, value) -> fields.put(FieldName.of(name), decode(value)));
        return fields;
    }

    private static @Nullable String encode(FieldValue value) {
        return switch (value) {
            case FieldValue.Text text -> "t" + text;
            case FieldValue.Decimal number -> "n" + number;
            case FieldValue.Flag flag -> "b" + flag;
            case FieldValue.Day day -> "d" + day;
            case FieldValue.Moment moment -> "m" + moment;
            case FieldValue.Empty empty -> null;
        };
    }

    private static FieldValue decode(@Nullable String encoded) {
        if (encoded == null) {
            return FieldValue.EMPTY;
        }
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
