package io.plumbline.testing;

/**
 * What happens to one request on its way.
 *
 * @param phase how far the request gets
 * @param kind what the client sees of it
 */
public record WireFault(Phase phase, Kind kind) {

    public enum Phase {
        /** The org never hears of it. */
        BEFORE_EXECUTION,
        /** The org did it, and nothing of its answer arrives. */
        AFTER_COMMIT,
        /** The org did it, and half of the answer arrives. */
        MID_BODY
    }

    public enum Kind {
        /** The connection is reset; in the middle of a body its framing breaks. */
        RESET,
        /** Nothing more comes until the client gives up. */
        STALL,
        /** A length is announced and the connection ends before it is reached. */
        CUT,
        /** A gateway's page with status 503; in the middle of a body the page itself breaks off. */
        PAGE_503,
        /** The same with status 200. */
        PAGE_200,
        /** The session ends; where the org did the work, the answer is lost with it. */
        DEAD_SESSION
    }

    @Override
    public String toString() {
        return kind + " " + phase;
    }
}
