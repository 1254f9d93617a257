package io.plumbline.salesforce.call;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Tries reads again after failures that pass: full jitter, capped, and it stops when the program does (trap J9). */
public final class ReadRetry {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final int attempts;
    private final Pause pause;

    public ReadRetry(int attempts, Pause pause) {
        this.attempts = attempts;
        this.pause = pause;
    }

    public <T> T untilItPasses(Supplier<T> attempt) {
        for (int tried = 1; ; tried++) {
            try {
                return attempt.get();
            } catch (CallFailedException e) {
                if (!e.refusal().repeatable()
                        || tried >= attempts
                        || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                waitBefore(tried, e);
            }
        }
    }

    /** The most that the wait after this many tries may last; the wait itself is drawn below it. */
    static Duration longest(int tried) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(tried - 1, 20));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }

    private void waitBefore(int tried, CallFailedException reason) {
        try {
            pause.take(Duration.ofMillis(
                    ThreadLocalRandom.current().nextLong(longest(tried).toMillis() + 1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw reason;
        }
    }
}
