package io.plumbline.salesforce;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the reading of a large answer can go on after a restart (trap D6): small enough to be stored beside the rows
 * that were read, in the same transaction. Holds no secret, and no use to anybody but the same integration user.
 *
 * @param job the Id of the query job that holds the answer
 * @param apiVersion the version the job was made with; its results can be read with no other (trap D5)
 * @param query a mark of the query's text, so that a place is not used for another query
 * @param locator the server's name of the next page; empty for the first one
 * @param rows how many rows lie before that page
 */
public record StreamPlace(String job, String apiVersion, String query, String locator, long rows) {

    private static final Pattern TEXT =
            Pattern.compile("([A-Za-z0-9]{15,18}) (\\d+\\.\\d) ([0-9a-f]{16}) (\\d{1,18}) ([\\x21-\\x7E]*)");

    /** As it is stored. */
    public String text() {
        return job + " " + apiVersion + " " + query + " " + rows + " " + locator;
    }

    /** The place that was stored so; empty when the text is none, so that the reading begins anew. */
    public static Optional<StreamPlace> of(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new StreamPlace(
                        parts.group(1), parts.group(2), parts.group(3), parts.group(5), Long.parseLong(parts.group(4))))
                : Optional.empty();
    }
}
