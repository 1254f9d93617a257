package io.plumbline.journal;

/**
 * What a run did, in numbers. Records sent are accounted for one by one: {@code sent = ok + refused + unknown}.
 *
 * @param judged accounts judged
 * @param accounts how many there are to be judged, of which this run judged some or all
 * @param touched accounts of which a field was written
 * @param held records that were planned and not sent
 * @param apiCalls calls made to the org
 */
public record RunCounters(
        int judged,
        int accounts,
        int touched,
        int fieldsWritten,
        int tasksCreated,
        int tasksUpdated,
        int tasksClosed,
        int sent,
        int ok,
        int refused,
        int unknown,
        int held,
        long apiCalls) {

    public static final RunCounters NONE = ofCallsAlone(0);

    /** A run that called the org and did nothing else. */
    public static RunCounters ofCallsAlone(long apiCalls) {
        return new RunCounters(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, apiCalls);
    }

    /** @throws IllegalArgumentException when the sum does not add up: a report that lies is worse than none */
    public RunCounters {
        if (sent != ok + refused + unknown) {
            throw new IllegalArgumentException("of " + sent + " records sent, " + ok + " are settled as ok, " + refused
                    + " as refused and " + unknown + " as unknown; that does not add up");
        }
    }
}
