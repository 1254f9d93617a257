package io.plumbline.salesforce.transport;

/**
 * From how many rows on a bulk job is worth it.
 *
 * @param read rows of an answer. A SOAP call brings 2,000 of them, or 200 where they are heavy; a job costs about five
 *     calls and half a minute besides
 * @param write records of one object to be written alike. A SOAP call takes 200; a job costs five calls
 *     and one more for each look at it while it is under way
 */
public record BulkThresholds(long read, int write) {

    public BulkThresholds {
        if (read < 0 || write < 1) {
            throw new IllegalArgumentException("thresholds are counted from 0 and 1, not " + read + " and " + write);
        }
    }

    /** The org cuts a page of SOAP to 200 rows where two or more long texts of custom fields are asked for. */
    private static final int HEAVY_TO_LIGHT = 10;

    /** From how many rows of an answer on a job is taken. */
    long read(boolean heavy) {
        return heavy ? Math.ceilDiv(read, HEAVY_TO_LIGHT) : read;
    }

    /** Where both ways cost about the same number of calls: whichever is taken, the other would save two at most. */
    public static BulkThresholds standard() {
        return new BulkThresholds(10_000, 1_600);
    }
}
