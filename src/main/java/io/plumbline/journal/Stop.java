package io.plumbline.journal;

import java.time.Duration;
import java.time.Instant;

/**
 * A run that stopped before writing, because it went beyond the bounds.
 *
 * @param touched accounts that it would have written to or given a task
 * @param flipped accounts whose band or plan currency would have become another
 * @param newTasks tasks that it would have made
 */
public record Stop(RunId run, Instant at, int touched, int flipped, int newTasks) {

    /** Who looked at older numbers looked at another org. */
    private static final Duration GOOD_FOR = Duration.ofDays(7);

    /** Between the look and the run the org goes on a little. */
    private static final double LEEWAY = 1.1;

    /** Whether somebody who accepted these numbers accepted those, too. */
    public boolean covers(Instant now, int wouldTouch, int wouldFlip, int wouldMake) {
        return now.isBefore(at.plus(GOOD_FOR))
                && wouldTouch <= withLeeway(touched)
                && wouldFlip <= withLeeway(flipped)
                && wouldMake <= withLeeway(newTasks);
    }

    private static int withLeeway(int number) {
        return (int) Math.ceil(number * LEEWAY);
    }
}
