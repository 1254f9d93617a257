package io.plumbline.salesforce.call;

import io.plumbline.crm.FieldValue;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.FieldDescription.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;

/**
 * Reads one value by its field's type. Dates never pass through the JVM's time zone (trap H1), numbers never through
 * a double (trap H6), and nothing is guessed from how it looks (trap E11).
 */
public final class TypedText {

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

    private TypedText() {}

    /**
     * @param text as the org sent it; nothing for a field that holds nothing
     * @throws IllegalArgumentException when the text is no value of this type
     */
    public static FieldValue read(String text, Type type) {
        if (text.isEmpty()) {
            return FieldValue.EMPTY;
        }
        try {
            return switch (type) {
                case TEXT, COMPOUND -> FieldValue.text(oneLineEnd(text));
                case REFERENCE -> FieldValue.text(oneLineEnd(RecordId.canonicalOr(text)));
                case NUMBER -> FieldValue.number(new BigDecimal(text.strip()));
                case BOOLEAN -> FieldValue.flag(flag(text.strip()));
                case DATE -> FieldValue.day(day(text.strip()));
                case DATE_TIME -> FieldValue.moment(moment(text.strip()));
            };
        } catch (NumberFormatException | DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is no " + type, e);
        }
    }

    /** A line ends the same way whichever API it came through, or the same text would look changed (trap E2). */
    private static String oneLineEnd(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new IllegalArgumentException("'" + text + "' is neither true nor false");
        };
    }

    /** A date may carry a zone in XML; it means nothing. */
    private static LocalDate day(String text) {
        return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
    }

    private static Instant moment(String text) {
        return MOMENT.parse(text, Instant::from);
    }
}
