package io.plumbline.salesforce.codes;

import io.plumbline.salesforce.http.SafeWords;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Salesforce's own words about a call that it refused.
 *
 * @param code as sent
 * @param message as sent
 */
record ServerWords(String code, String message) {

    private static final int SHOWN = 300;

    private static final Pattern NO_COLUMN =
            Pattern.compile("No such column '([^']+)' on (?:entity|sobject of type) '?([A-Za-z0-9_]+)'?");
    private static final Pattern NO_RELATIONSHIP = Pattern.compile("Didn't understand relationship '([^']+)'");
    private static final Pattern NO_OBJECT = Pattern.compile("s[oO]bject(?: type)? '([^']+)'");
    private static final Pattern PLACE = Pattern.compile("(?s)^.*ERROR at Row:\\d+:Column:\\d+\\s*");
    private static final Pattern LESSON = Pattern.compile("(?s)\\s*If you are attempting to use a custom field.*$");

    /** Code and words in brackets, without the copy of the query before them and the lesson on names after them. */
    String quoted() {
        String essence = LESSON.matcher(PLACE.matcher(message).replaceFirst("")).replaceFirst("");
        String prefix = code + ": ";
        String words = essence.startsWith(prefix) ? essence.substring(prefix.length()) : essence;
        return "(" + SafeWords.of(code, 100) + ": " + SafeWords.of(words, SHOWN) + ")";
    }

    /** What does not exist or is hidden, as far as the words tell. */
    String missing() {
        Matcher column = NO_COLUMN.matcher(message);
        if (column.find()) {
            return column.group(2) + " has no field " + column.group(1) + " that the integration user can see.";
        }
        Matcher relationship = NO_RELATIONSHIP.matcher(message);
        if (relationship.find()) {
            return "There is no relationship " + relationship.group(1) + " that the integration user can follow.";
        }
        Matcher object = NO_OBJECT.matcher(message);
        if (object.find()) {
            return "There is no object " + object.group(1) + " that the integration user can see.";
        }
        return "Something that the query names does not exist or is hidden from the integration user.";
    }
}
