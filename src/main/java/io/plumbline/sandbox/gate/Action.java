package io.plumbline.sandbox.gate;

import io.plumbline.sandbox.http.Response;
import java.util.function.Function;
import java.util.function.Supplier;

/** A request that a protocol has understood and not yet carried out. */
public sealed interface Action {

    /** Its name in the journal and in fault rules, such as {@code soap.update}. */
    String operation();

    /** The query, or object and number of rows, for the journal; empty when there is nothing to add. */
    String detail();

    /** The session id presented; empty for none. */
    String token();

    /** How its protocol says no. */
    Dialect dialect();

    /** Needs neither session nor allowance. */
    record Open(String operation, Dialect dialect, Supplier<Response> run) implements Action {

        @Override
        public String detail() {
            return "";
        }

        @Override
        public String token() {
            return "";
        }
    }

    /**
     * Needs a living session and counts as an API call.
     *
     * @param writes whether read-only mode stops it
     * @param run carries it out for an admitted caller
     */
    record Guarded(
            String operation,
            String detail,
            boolean writes,
            String token,
            Dialect dialect,
            Function<Call, Response> run)
            implements Action {

        @Override
        public String toString() {
            return "Guarded[" + operation + "]";
        }
    }
}
