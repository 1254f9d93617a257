package io.plumbline.sandbox.control;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a fault strikes.
 *
 * @param operation the operations it waits for, as {@code soap.update}, {@code bulk.*} or {@code *}
 * @param at the first request it strikes, counted from 1 among those that match
 * @param times how many requests in a row it strikes from there, 0 for all
 * @param until when it is over, by the org's clock; absent for no end
 */
public record FaultRule(
        Fault fault,
        String operation,
        int at,
        int times,
        @Nullable Instant until) {

    public FaultRule {
        if (at < 1 || times < 0) {
            throw new IllegalArgumentException("at is counted from 1 and times from 0, not " + at + " and " + times);
        }
    }

    /** Strikes the next matching request only. */
    public static FaultRule next(String operation, Fault fault) {
        return new FaultRule(fault, operation, 1, 1, null);
    }

    /** Strikes the n-th matching request only. */
    public static FaultRule at(int n, String operation, Fault fault) {
        return new FaultRule(fault, operation, n, 1, null);
    }

    /** Strikes every matching request until it is removed. */
    public static FaultRule always(String operation, Fault fault) {
        return new FaultRule(fault, operation, 1, 0, null);
    }
}
