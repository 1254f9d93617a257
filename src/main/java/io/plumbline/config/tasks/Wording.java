package io.plumbline.config.tasks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with placeholders such as {@code {account}}. */
public record Wording(String template) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    /** What a wording may speak of. */
    public enum Placeholder {
        /** The account's name. */
        ACCOUNT,
        /** The governing plan's name; "the account plan" when there is none. */
        PLAN,
        /** What was seen, of the most severe finding. */
        FINDING,
        /** What to do about it. */
        REMEDY,
        /** How many findings the theme has. */
        COUNT,
        /** All findings of the theme with what to do, one paragraph each. */
        FINDINGS;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Placeholder> of(String key) {
            return Arrays.stream(values())
                    .filter(place -> place.key().equals(key))
                    .findFirst();
        }
    }

    /** Texts between braces that are no {@link Placeholder}, for the loader to refuse. */
    public List<String> unknownPlaceholders() {
        return PLACEHOLDER
                .matcher(template)
                .results()
                .map(match -> match.group(1))
                .filter(name -> Placeholder.of(name).isEmpty())
                .toList();
    }

    /** The text with every placeholder replaced once; one without a value becomes empty. */
    public String fill(Map<Placeholder, String> values) {
        return PLACEHOLDER.matcher(template).replaceAll(match -> Matcher.quoteReplacement(value(match, values)));
    }

    private static String value(MatchResult match, Map<Placeholder, String> values) {
        return Placeholder.of(match.group(1))
                .map(place -> values.getOrDefault(place, ""))
                .orElse(match.group());
    }
}
