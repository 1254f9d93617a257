package io.plumbline.mirror;

import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Field values as compact JSON text and back, exactly. Each value carries its type as its first character: {@code t}ext,
 * {@code n}umber, {@code b}oolean, {@code d}ate, {@code m}oment; a field that holds nothing is null. It is written here and not by
 * Jackson, since most of a first reading is writing it; Jackson reads it.
 */
final class FieldValues {

    private static final TypeReference<LinkedHashMap<String, String>> TEXT_BY_NAME = new TypeReference<>() {};

    private final JsonMapper json = JsonMapper.builder().build();

    String write(Map<FieldName, FieldValue> fields) {
        Bytes text = new Bytes(1024);
        write(fields, text);
        return text.toString();
    }

    /** The same in UTF-8. */
    void write(Map<FieldName, FieldValue> fields, Bytes out) {
        out.put('{');
        int start = out.size();
        fields.forEach((name, value) -> {
            if (out.size() > start) {
                out.put(',');
            }
            out.put('"');
            // A name has letters, digits, underscores and full stops.
            out.text(name.value());
            out.put('"');
            out.put(':');
            write(value, out);
        });
        out.put('}');
    }

    Map<FieldName, FieldValue> read(String text) {
        Map<FieldName, FieldValue> fields = new LinkedHashMap<>();
        json.readValue(text, TEXT_BY_NAME).forEach((name, value) -> fields.put(FieldName.of(name), decode(value)));
        return fields;
    }

    private static void write(FieldValue value, Bytes out) {
        if (value.isEmpty()) {
            out.text("null");
            return;
        }
        out.put('"');
        switch (value) {
            case FieldValue.Text text -> {
                out.put('t');
                out.json(text.text());
            }
            case FieldValue.Decimal number -> {
                out.put('n');
                out.text(number.toString());
            }
            case FieldValue.Flag flag -> {
                out.put('b');
                out.text(flag.toString());
            }
            case FieldValue.Day day -> {
                out.put('d');
                IsoText.day(day.date(), out);
            }
            case FieldValue.Moment moment -> {
                out.put('m');
                IsoText.moment(moment.instant(), out);
            }
            case FieldValue.Empty empty -> throw new IllegalArgumentException("written before");
        }
        out.put('"');
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
