package io.plumbline.salesforce.call;

/**
 * How calls are made, over whichever API.
 *
 * @param attempts how often a read is tried when it fails in passing, at least 1; writes are never repeated
 * @param retriesPerRun how many such repetitions all calls of one run may take together
 * @param inFlight most calls at one time; Salesforce allows 25 that last longer than 20 seconds to all programs of an
 *     org together (trap J2)
 * @param pause the wait between attempts
 */
public record CallPolicy(int attempts, int retriesPerRun, int inFlight, Pause pause) {

    public CallPolicy {
        if (attempts < 1 || retriesPerRun < 0 || inFlight < 1) {
            throw new IllegalArgumentException("at least one attempt, no negative number of retries, at least one call;"
                    + " not " + attempts + ", " + retriesPerRun + ", " + inFlight);
        }
    }

    public static CallPolicy standard() {
        return new CallPolicy(4, 40, 5, Thread::sleep);
    }
}
