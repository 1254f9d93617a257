package io.plumbline.assess;

import io.plumbline.assess.account.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with places for values.
 *
 * <p>{@code {days}} is the value as it is, with at most one decimal; {@code {share%}} a share as a percentage; {@code
 * {amount#}} an amount of money in whole units; {@code {x~}} a number with two decimals; {@code {days:day|days}} the number with its noun in singular or plural;
 * {@code {label}} what the finding is about.
 */
final class Template {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)([%#~]|:([^|}]*)\\|([^}]*))?}");
    private static final String LABEL = "label";

    /**
     * A place for a value, and the words before it.
     *
     * @param name of the value; interned, as the names of evidence are, so that most comparisons take one look
     * @param isLabel whether what the finding is about stands here
     * @param isNumber whether what is no number here is not worth a word
     * @param singular the noun behind the number, null when there is none
     */
    private record Place(
            String before,
            String name,
            boolean isLabel,
            Figure figure,
            boolean isNumber,
            @Nullable String singular,
            @Nullable String plural) {}

    private final List<Place> places = new ArrayList<>();
    private final String end;
    private final Script script;

    Template(String pattern, Script script) {
        this.script = script;
        Matcher matcher = PLACE.matcher(pattern);
        int from = 0;
        while (matcher.find()) {
            String sign = matcher.group(2);
            places.add(new Place(
                    literal(pattern.substring(from, matcher.start())),
                    matcher.group(1).intern(),
                    matcher.group(1).equals(LABEL),
                    script.figure(sign),
                    sign != null,
                    matcher.group(3),
                    matcher.group(4)));
            from = matcher.end();
        }
        end = literal(pattern.substring(from));
    }

    private static String literal(String text) {
        if (text.indexOf('{') >= 0 || text.indexOf('}') >= 0) {
            throw new IllegalArgumentException("Not a place for a value: " + text);
        }
        return text;
    }

    /**
     * The sentence about an observation, whose {@code label} is what people call it.
     *
     * @param text to write it in; what stood there is gone
     */
    String write(Observation observation, String label, StringBuilder text) {
        if (places.isEmpty()) {
            return end;
        }
        text.setLength(0);
        for (Place place : places) {
            text.append(place.before());
            if (place.isLabel()) {
                text.append(label);
            } else {
                write(observation.value(place.name()), place, text);
            }
        }
        return text.append(end).toString();
    }

    private void write(@Nullable Object value, Place place, StringBuilder text) {
        if (value instanceof Number number) {
            place.figure().write(number.doubleValue(), text);
            if (place.singular() != null) {
                boolean isSingular = script.isSingular(number.doubleValue());
                text.append(' ').append(isSingular ? place.singular() : place.plural());
            }
        } else if (place.isNumber()) {
            text.append(script.unknownNumber());
        } else {
            text.append(script.write(value));
        }
    }
}
