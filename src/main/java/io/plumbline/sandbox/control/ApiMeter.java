package io.plumbline.sandbox.control;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;

/** Counts API calls over the last 24 hours of the org's clock, all protocols and callers together. */
public final class ApiMeter {

    private static final long HOURS_COUNTED = 24;

    private final Clock clock;
    private final TreeMap<Long, Long> callsByHour = new TreeMap<>();
    private long limit;
    private int mostAtOnce = Integer.MAX_VALUE;
    private int running;

    /**
     * Nothing used yet.
     *
     * @param clock the org's clock
     * @param limit calls allowed in 24 hours
     */
    public ApiMeter(Clock clock, long limit) {
        this.clock = clock;
        this.limit = limit;
    }

    /** Counts one call, unless the limit is reached; whether it was counted. */
    public synchronized boolean count() {
        if (used() >= limit) {
            return false;
        }
        callsByHour.merge(hour(), 1L, Long::sum);
        return true;
    }

    /** Calls that some other integration of the same org made. */
    public synchronized void consume(long calls) {
        callsByHour.merge(hour(), calls, Long::sum);
    }

    /** Changes the allowance. */
    public synchronized void limit(long calls) {
        limit = calls;
    }

    public synchronized long limit() {
        return limit;
    }

    /** Calls in the last 24 hours. */
    public synchronized long used() {
        callsByHour.headMap(hour() - HOURS_COUNTED + 1).clear();
        return callsByHour.values().stream().mapToLong(Long::longValue).sum();
    }

    public synchronized long remaining() {
        return Math.max(0, limit - used());
    }

    /** Lets no more calls run at once; the real service counts those that last 20 seconds, here all count (trap J2). */
    public synchronized void mostAtOnce(int calls) {
        mostAtOnce = calls;
    }

    /** Begins a call, unless too many run already; whether it may run. What began must {@link #end}. */
    public synchronized boolean begin() {
        if (running >= mostAtOnce) {
            return false;
        }
        running++;
        return true;
    }

    public synchronized void end() {
        running--;
    }

    private long hour() {
        return Duration.between(Instant.EPOCH, clock.instant()).toHours();
    }
}
