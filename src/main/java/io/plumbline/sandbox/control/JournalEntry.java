package io.plumbline.sandbox.control;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request and what came of it.
 *
 * @param number counted from 1 in order of arrival
 * @param at the org's clock on arrival
 * @param operation what was asked for, such as {@code soap.update} or {@code bulk.query.results}
 * @param detail the query, or the object and number of rows; empty when there is nothing to add
 * @param user whom the session acts as; absent when there was no living session
 * @param session hash of the session; absent when there was no living session
 * @param bodyHash hash of the body with the session id taken out, so that a repeated request has the same one
 * @param status the HTTP status decided on, whether or not it reached the caller
 * @param delivery {@code whole}, {@code nothing} or {@code cut}
 * @param apiCalls the org's API meter afterwards
 * @param effects what was committed
 */
public record JournalEntry(
        long number,
        Instant at,
        String method,
        String path,
        String query,
        String operation,
        String detail,
        @Nullable String user,
        @Nullable String session,
        String bodyHash,
        int bodyBytes,
        int status,
        String delivery,
        long apiCalls,
        List<Effect> effects) {

    public JournalEntry {
        effects = List.copyOf(effects);
    }
}
