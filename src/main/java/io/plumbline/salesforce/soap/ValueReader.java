package io.plumbline.salesforce.soap;

import io.plumbline.crm.FieldValue;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.FieldDescription.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Calendar;
import java.util.Date;
import java.util.Locale;

/**
 * Reads one value by its field's type. Dates never pass through the JVM's time zone (trap H1), numbers never through
 * a double (trap H6), and nothing is guessed from how it looks (trap E11).
 */
final class ValueReader {

    /** Takes {@code Z}, {@code +00:00} and {@code +0000}, with any fraction or none (trap H2). */
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    private ValueReader() {}

    /**
     * @param value the text of the element, or what WSC made of it where the server named a type
     * @throws IllegalArgumentException when the text is no value of this type
     */
    static FieldValue read(Object value, Type type) {
        if (value instanceof String text) {
            return text.isEmpty() ? FieldValue.EMPTY : fromText(text, type);
        }
        return fromText(lexical(value), type);
    }

    private static FieldValue fromText(String text, Type type) {
        try {
            return switch (type) {
                case TEXT, COMPOUND -> FieldValue.text(text);
                case REFERENCE ->
                    FieldValue.text(RecordId.isId(text) ? RecordId.of(text).value() : text);
                case NUMBER -> FieldValue.number(new BigDecimal(text.strip()));
                case BOOLEAN -> FieldValue.flag(flag(text.strip()));
                case DATE -> FieldValue.day(day(text.strip()));
                case DATE_TIME -> FieldValue.moment(moment(text.strip()));
            };
        } catch (NumberFormatException | DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is no " + type, e);
        }
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new IllegalArgumentException("'" + text + "' is neither true nor false");
        };
    }

    /** A date may carry a zone in XML; it means nothing. */
    static LocalDate day(String text) {
        return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
    }

    static Instant moment(String text) {
        return MOMENT.parse(text, Instant::from);
    }

    /** WSC makes a Date of an xsd:date by its midnight in UTC. */
    private static String lexical(Object value) {
        if (value instanceof Calendar calendar) {
            return calendar.toInstant().toString();
        }
        if (value instanceof Date date) {
            return date.toInstant().atOffset(ZoneOffset.UTC).toLocalDate().toString();
        }
        return value.toString();
    }
}
