package io.plumbline.salesforce.soap;

import io.plumbline.salesforce.call.Pause;

/**
 * How calls are made.
 *
 * @param pageSize rows asked for per page, 200 to 2,000; the server may give fewer
 * @param attempts how often a read is tried when it fails in passing, at least 1; writes are never repeated
 * @param inFlight most calls at one time (trap J2)
 * @param pause the wait between attempts
 */
public record CallSettings(int pageSize, int attempts, int inFlight, Pause pause) {

    public CallSettings {
        if (pageSize < 200 || pageSize > 2000 || attempts < 1 || inFlight < 1) {
            throw new IllegalArgumentException("pages of 200 to 2,000 rows, at least one attempt, at least one call;"
                    + " not " + pageSize + ", " + attempts + ", " + inFlight);
        }
    }

    public static CallSettings standard() {
        return new CallSettings(2000, 4, 5, Thread::sleep);
    }
}
