package io.plumbline.salesforce.call;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Tries reads again after failures that pass: full jitter, capped, within the run's budget, and it stops when the program
 * does (trap J9).
 */
public final class ReadRetry {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final int attempts;
    private final Pause pause;
    private final RetryBudget budget;
    private final CallMeter meter;

    public ReadRetry(int attempts, Pause pause) {
        this(attempts, pause, new RetryBudget(Integer.MAX_VALUE), new CallMeter());
    }

    ReadRetry(int attempts, Pause pause, RetryBudget budget, CallMeter meter) {
        this.attempts = attempts;
        this.pause = pause;
        this.budget = budget;
        this.meter = meter;
    }

    public <T> T untilItPasses(Supplier<T> attempt) {
        for (int tried = 1; ; tried++) {
            try {
                return attempt.get();
            } catch (CallFailedException e) {
                if (!e.refusal().repeatable()
                        || tried >= attempts
                        || Thread.currentThread().isInterrupted()
                        || !budget.take()) {
                    throw e;
                }
                meter.retried();
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
