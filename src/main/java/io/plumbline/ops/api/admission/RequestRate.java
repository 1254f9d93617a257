package io.plumbline.ops.api.admission;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often each token may ask: as a bucket that fills evenly and holds what is allowed for a minute. There are as many
 * buckets as valid tokens asked with, since nobody else comes here.
 */
final class RequestRate {

    private static final double MILLIS_IN_A_MINUTE = 60_000;

    private final int perMinute;
    private final Clock clock;
    private final Map<Long, Bucket> buckets = new ConcurrentHashMap<>();

    private record Bucket(double left, long at, boolean granted) {}

    RequestRate(int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    /** Whether there is room for one more request with this token, which is then taken. */
    boolean grants(long token) {
        long now = clock.millis();
        return buckets.compute(
                        token, (id, before) -> next(before == null ? new Bucket(perMinute, now, true) : before, now))
                .granted();
    }

    private Bucket next(Bucket before, long now) {
        double filled = Math.max(0, now - before.at()) * perMinute / MILLIS_IN_A_MINUTE;
        double left = Math.min(perMinute, before.left() + filled);
        return left >= 1 ? new Bucket(left - 1, now, true) : new Bucket(left, now, false);
    }
}
