package io.plumbline.sandbox.record;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The org's own clock: it runs with another clock or stands still, and can be moved; always UTC, to the millisecond. */
public final class VirtualClock extends Clock {

    private final Clock base;
    private final AtomicReference<Duration> offset;

    private VirtualClock(Clock base, Instant start) {
        this.base = base;
        this.offset = new AtomicReference<>(Duration.between(base.instant(), start));
    }

    /** Starts at this instant and runs with the machine's clock. */
    public static VirtualClock running(Instant start) {
        return new VirtualClock(Clock.systemUTC(), start);
    }

    /** Stands at this instant until it is moved. */
    public static VirtualClock standing(Instant start) {
        return new VirtualClock(Clock.fixed(start, ZoneOffset.UTC), start);
    }

    /** Puts the clock to this instant; it goes on running or standing as before. */
    public void set(Instant instant) {
        offset.set(Duration.between(base.instant(), instant));
    }

    public void advance(Duration by) {
        offset.updateAndGet(now -> now.plus(by));
    }

    @Override
    public Instant instant() {
        return base.instant().plus(offset.get()).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** The same instants; a virtual clock has no other zone. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
