package io.plumbline.flow.progress;

import io.plumbline.crm.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far one run has come at one moment.
 *
 * @param org whose run it is
 * @param part which part of the phase is at work, such as the source that is being read; empty for the whole
 * @param done what of the phase is done, in what the phase counts; may go beyond what was expected
 * @param expected how much the phase has to do; empty as long as nobody knows
 * @param began when the run began
 * @param since when the phase began
 */
public record Underway(
        RecordId org, Phase phase, String part, long done, OptionalLong expected, Instant began, Instant since) {

    /** From so many on the time left is more than a guess. */
    private static final int ENOUGH_TO_TELL = 20;

    /** How long the phase will go on if it goes on as it did; empty while that would be a guess. */
    public Optional<Duration> left(Instant now) {
        if (expected.isEmpty() || done < ENOUGH_TO_TELL) {
            return Optional.empty();
        }
        long ahead = Math.max(0, expected.getAsLong() - done);
        Duration took = Duration.between(since, now);
        return Optional.of(
                took.isNegative() ? Duration.ZERO : took.multipliedBy(ahead).dividedBy(done));
    }
}
