package io.plumbline.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with places for values.
 *
 * <p>{@code {days}} is the value as it is, with at most one decimal; {@code {share%}} a share as a percentage; {@code
 * {amount#}} an amount of money in whole units; {@code {x~}} a number with two decimals; {@code {days:day|days}} the number with its noun in singular or plural.
 */
final class Template {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)([%#~]|:([^|}]*)\\|([^}]*))?}");

    private interface Part {
        void write(Function<String, ? extends @Nullable Object> values, StringBuilder text);
    }

    private final List<Part> parts = new ArrayList<>();
    private final Script script;

    Template(String pattern, Script script) {
        this.script = script;
        Matcher matcher = PLACE.matcher(pattern);
        int end = 0;
        while (matcher.find()) {
            literal(pattern.substring(end, matcher.start()));
            place(matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4));
            end = matcher.end();
        }
        literal(pattern.substring(end));
    }

    String write(Function<String, ? extends @Nullable Object> values) {
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
        Figure figure = script.figure(format);
        parts.add((values, sentence) -> {
            Object value = values.apply(name);
            if (value instanceof Number number) {
                sentence.append(figure.write(number.doubleValue()));
                if (singular != null) {
                    sentence.append(' ').append(script.isSingular(number.doubleValue()) ? singular : plural);
                }
            } else if (format == null) {
                sentence.append(script.write(value));
            } else {
                sentence.append(script.unknownNumber());
            }
        });
    }
}
