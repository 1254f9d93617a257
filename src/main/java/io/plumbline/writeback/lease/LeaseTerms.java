package io.plumbline.writeback.lease;

import java.time.Duration;

/**
 * How long an org is leased.
 *
 * @param time from the last sign of life until another instance may take over
 * @param call the longest that one call to Salesforce can be under way; none is begun with less than this left
 */
public record LeaseTerms(Duration time, Duration call) {

    /** A call ends after five minutes at the latest, whatever happens to it. */
    public static final LeaseTerms SHIPPED = new LeaseTerms(Duration.ofMinutes(10), Duration.ofMinutes(6));

    /** @throws IllegalArgumentException when no call would fit into the time */
    public LeaseTerms {
        if (time.compareTo(call) <= 0) {
            throw new IllegalArgumentException("a lease of " + time + " leaves no time for a call of " + call);
        }
    }
}
