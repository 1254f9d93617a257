package io.plumbline.assess;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with places for values.
 *
 * <p>{@code {days}} is the value as it is, with at most one decimal; {@code {share%}} a share as a percentage; {@code
 * {amount#}} an amount of money in whole units; {@code {x~}} a number with two decimals; {@code {days:day|days}} the number with its noun in singular or plural. Dates
 * are written as 2026-06-30.
 */
final class Template {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)([%#~]|:([^|}]*)\\|([^}]*))?}");

    private interface Part {
        void write(Map<String, ? extends @Nullable Object> values, StringBuilder text);
    }

    private final List<Part> parts = new ArrayList<>();

    Template(String pattern) {
        Matcher matcher = PLACE.matcher(pattern);
        int end = 0;
        while (matcher.find()) {
            literal(pattern.substring(end, matcher.start()));
            place(matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4));
            end = matcher.end();
        }
        literal(pattern.substring(end));
    }

    String write(Map<String, ? extends @Nullable Object> values) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> part.write(values, text));
        return text.toString();
    }

    private void literal(String text) {
        if (text.indexOf('{') >= 0 || text.indexOf('}') >= 0) {
            throw new IllegalArgumentException("Not a place for a value: " + text);
        }
        parts.add((values, sentence) -> sentence.append(text));
    }

    private void place(String name, @Nullable String format, @Nullable String singular, @Nullable String plural) {
        parts.add((values, sentence) -> {
            Object value = values.get(name);
            if (format == null) {
                sentence.append(plain(value));
            } else if (!(value instanceof Number number)) {
                sentence.append("an unknown number");
            } else if (singular != null) {
                sentence.append(plain(value)).append(' ').append(number.doubleValue() == 1 ? singular : plural);
            } else {
                sentence.append(
                        switch (format) {
                            case "%" -> number("#,##0.#", 100 * number.doubleValue()) + "%";
                            case "#" -> number("#,##0", number.doubleValue());
                            default -> number("#,##0.##", number.doubleValue());
                        });
            }
        });
    }

    private static String plain(@Nullable Object value) {
        return switch (value) {
            case null -> "unknown";
            case Number number -> number("#,##0.#", number.doubleValue());
            case LocalDate date -> date.toString();
            default -> value.toString();
        };
    }

    private static String number(String pattern, double number) {
        DecimalFormat format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(BigDecimal.valueOf(number));
    }
}
