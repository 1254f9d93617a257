package io.plumbline.sandbox.gate;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How values look on the wire; the protocols differ in date-times only. */
public final class ValueText {

    private static final DateTimeFormatter SOAP_TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter REST_TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'+0000'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm:ss.SSS'Z'", Locale.ROOT);

    private ValueText() {}

    /** As SOAP and Bulk write it: {@code 2026-11-21T08:00:00.000Z}. */
    public static String soap(Object value) {
        return value instanceof Instant instant ? SOAP_TIME.format(instant) : text(value);
    }

    /** As REST writes a date-time: {@code 2026-11-21T08:00:00.000+0000}. */
    public static String rest(Instant instant) {
        return REST_TIME.format(instant);
    }

    // Numbers pass through a double in the real service too, which is why large ones come with an exponent (H6).
    private static String text(Object value) {
        return switch (value) {
            case BigDecimal number -> Double.toString(number.doubleValue());
            case LocalTime time -> TIME_OF_DAY.format(time);
            default -> value.toString();
        };
    }

    /** A time of day, {@code 08:00:00.000Z}. */
    public static String timeOfDay(LocalTime time) {
        return TIME_OF_DAY.format(time);
    }
}
