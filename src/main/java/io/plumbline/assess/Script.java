package io.plumbline.assess;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * How numbers, dates and what is unknown stand in the sentences of one locale. The root locale writes dates as 2026-06-30 and
 * numbers as 1,234.5, which everybody reads. Safe for use by several threads.
 */
final class Script {

    private final Locale locale;

    /** Null for dates as they stand in JSON. */
    private final @Nullable DateTimeFormatter dates;

    private final String unknown;
    private final String unknownNumber;
    private final double[] singular;

    /** @throws java.util.MissingResourceException when the bundle lacks one of the keys that begin with {@code word.} */
    Script(Locale locale, ResourceBundle bundle) {
        this.locale = locale;
        this.dates = locale.equals(Locale.ROOT)
                ? null
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        this.unknown = bundle.getString("word.unknown");
        this.unknownNumber = bundle.getString("word.unknown-number");
        this.singular = Arrays.stream(bundle.getString("word.singular").split(","))
                .map(String::strip)
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    Figure figure(@Nullable String sign) {
        return Figure.of(sign, locale);
    }

    /** Whether a noun after this number stands in the singular. */
    boolean isSingular(double number) {
        for (double each : singular) {
            if (each == number) {
                return true;
            }
        }
        return false;
    }

    /** A value that is no number. */
    String write(@Nullable Object value) {
        return switch (value) {
            case null -> unknown;
            case LocalDate date -> dates == null ? date.toString() : dates.format(date);
            default -> value.toString();
        };
    }

    String unknownNumber() {
        return unknownNumber;
    }
}
