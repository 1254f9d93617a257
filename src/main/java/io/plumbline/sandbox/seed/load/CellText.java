package io.plumbline.sandbox.seed.load;

import io.plumbline.sandbox.schema.FieldType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;

/**
 * Turns the text of a cell into a value of a field's type; only the type decides, never the looks of the text (E11).
 *
 * <p>Dates and times are read as Data Loader reads them: ISO 8601 with {@code T} or a blank, US order
 * ({@code 07/15/2009}), with an offset ({@code Z}, {@code +0200}, {@code +02:00}) or without; without one the zone of
 * the org counts.
 */
final class CellText {

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalStart()
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    private static final List<DateTimeFormatter> MOMENTS = List.of(format("uuuu-MM-dd"), format("M/d/uuuu"));

    private final ZoneId zone;

    CellText(ZoneId zone) {
        this.zone = zone;
    }

    private static DateTimeFormatter format(String date) {
        return new DateTimeFormatterBuilder()
                .appendPattern(date)
                .optionalStart()
                .appendPattern("['T'][' ']")
                .append(TIME)
                .toFormatter(Locale.ROOT);
    }

    /**
     * The value in the type's Java form.
     *
     * @throws IllegalArgumentException when the text is no value of this type; the message names what was expected
     */
    Object value(FieldType type, String text) {
        return switch (type) {
            case BOOLEAN -> bool(text.strip());
            case INT, DOUBLE, CURRENCY, PERCENT -> number(text.strip());
            case DATE -> date(text.strip());
            case DATETIME -> instant(text.strip());
            case TIME -> time(text.strip());
            case ID, REFERENCE, STRING, TEXTAREA, EMAIL, PHONE, URL, PICKLIST, MULTIPICKLIST, COMBOBOX, ADDRESS -> text;
        };
    }

    private static Boolean bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "y", "1", "t", "on" -> true;
            case "false", "no", "n", "0", "f", "off" -> false;
            default -> throw new IllegalArgumentException("is neither true nor false");
        };
    }

    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException notOne) {
            throw new IllegalArgumentException("is no number", notOne);
        }
    }

    private static LocalDate date(String text) {
        return LocalDate.from(moment(text));
    }

    private Object instant(String text) {
        TemporalAccessor moment = moment(text);
        if (moment.query(TemporalQueries.offset()) != null) {
            return OffsetDateTime.from(moment).toInstant();
        }
        LocalTime time = moment.query(TemporalQueries.localTime());
        return LocalDateTime.of(LocalDate.from(moment), time == null ? LocalTime.MIDNIGHT : time)
                .atZone(zone)
                .toInstant();
    }

    private static TemporalAccessor moment(String text) {
        for (DateTimeFormatter format : MOMENTS) {
            try {
                return format.parse(text);
            } catch (DateTimeException notThis) {
                continue;
            }
        }
        throw new IllegalArgumentException("is no date or time");
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text.endsWith("Z") ? text.substring(0, text.length() - 1) : text);
        } catch (DateTimeException notOne) {
            throw new IllegalArgumentException("is no time of day", notOne);
        }
    }
}
