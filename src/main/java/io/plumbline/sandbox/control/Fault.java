package io.plumbline.sandbox.control;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One thing that goes wrong with a request. */
public sealed interface Fault {

    /** The answer waits, on the machine's clock. */
    record Delay(Duration by) implements Fault {}

    /**
     * The session of the request ends just before it is looked at.
     *
     * @param message words to use instead of the usual ones
     * @param asynchronous answer as the older bulk service does, HTTP 400 with InvalidSessionId (A1)
     */
    record DeadSession(Optional<String> message, boolean asynchronous) implements Fault {}

    /** The connection closes before anything is done. */
    record ResetBefore() implements Fault {}

    /** Everything is done and committed, and the connection closes without an answer (F1). */
    record ResetAfter() implements Fault {}

    /** The answer breaks off; the length announced is the full one. */
    record CutBody(int bytes) implements Fault {}

    /** The maintenance page in HTML instead of an answer, with status 503 or 200 (J4). */
    record Maintenance(int status) implements Fault {}

    /** The daily allowance of calls is used up. */
    record LimitReached() implements Fault {}

    /** Read-only mode: writes and all of Bulk are refused, reads go on (J5). */
    record ReadOnly() implements Fault {}

    /** The whole call is refused with any code, known or not. */
    record Refuse(String code, String message) implements Fault {}

    /**
     * Rows of a write are refused, the others go on.
     *
     * @param code any status code, known or not (F5)
     * @param ids records that are refused, or whose children are; empty to go by {@code rows}
     * @param rows positions from 0; with neither ids nor rows all are refused
     */
    record RowError(String code, String message, List<String> fields, Set<String> ids, Set<Integer> rows)
            implements Fault {

        public RowError {
            fields = List.copyOf(fields);
            ids = Set.copyOf(ids);
            rows = Set.copyOf(rows);
        }
    }
}
