package io.plumbline.salesforce.call;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.plumbline.salesforce.ApiUsage;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Counts the calls of this process to one org as the org itself counts them, over all its APIs (trap J1): a call that
 * was let in counts, whatever came of it; one that never arrived, that came with a dead session or beyond the limit does
 * not; a sign-in is no call. Where it is not known whether a call arrived, it counts. Safe for use by many threads.
 */
public final class CallMeter implements MeterBinder {

    private final AtomicLong made = new AtomicLong();
    private final AtomicLong retried = new AtomicLong();
    private volatile @Nullable Told told;

    private record Told(long used, long limit) {}

    void made() {
        made.incrementAndGet();
    }

    void takenBack() {
        made.decrementAndGet();
    }

    void retried() {
        retried.incrementAndGet();
    }

    /** What an answer said about the calls of all programs in the last 24 hours. */
    public void told(long used, long limit) {
        told = new Told(used, limit);
    }

    public ApiUsage usage() {
        Told last = told;
        return last == null
                ? new ApiUsage(made.get(), OptionalLong.empty(), OptionalLong.empty())
                : new ApiUsage(made.get(), OptionalLong.of(last.used()), OptionalLong.of(last.limit()));
    }

    /** By numbers alone; what the org has not told yet is no number. */
    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("plumbline.salesforce.calls", made, AtomicLong::get)
                .description("API calls of this process, as the org counts them")
                .register(registry);
        FunctionCounter.builder("plumbline.salesforce.retries", retried, AtomicLong::get)
                .description("Reads that were tried again")
                .register(registry);
        Gauge.builder(
                        "plumbline.salesforce.org.calls",
                        this,
                        meter -> number(meter.usage().orgUsed()))
                .description("API calls of all programs in the last 24 hours, as the org last told")
                .register(registry);
        Gauge.builder(
                        "plumbline.salesforce.org.limit",
                        this,
                        meter -> number(meter.usage().orgLimit()))
                .description("API calls that the org allows in 24 hours, as it last told")
                .register(registry);
    }

    private static double number(OptionalLong told) {
        return told.isPresent() ? told.getAsLong() : Double.NaN;
    }
}
