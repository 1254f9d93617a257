package io.plumbline.sandbox.bulk;

import io.plumbline.sandbox.gate.RefusedException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** The jobs of one kind; each is kept for seven days of the org's clock. */
final class JobShelf<J> {

    private static final Duration KEPT = Duration.ofDays(7);

    private final Clock clock;
    private final AtomicLong ids;
    private final Function<J, JobHead> headOf;
    private final Map<String, J> jobs = new LinkedHashMap<>();

    JobShelf(Clock clock, AtomicLong ids, Function<J, JobHead> headOf) {
        this.clock = clock;
        this.ids = ids;
        this.headOf = headOf;
    }

    /** An Id nobody had; digits have the suffix AAA. */
    String newId() {
        return String.format("750%012dAAA", ids.incrementAndGet());
    }

    synchronized void add(J job) {
        jobs.put(headOf.apply(job).id(), job);
    }

    synchronized J find(String id) {
        forgetOld();
        J job = jobs.get(id.length() == 15 ? id + "AAA" : id);
        if (job == null) {
            throw new RefusedException("NOT_FOUND", "The requested resource does not exist");
        }
        return job;
    }

    synchronized void remove(J job) {
        jobs.remove(headOf.apply(job).id());
    }

    synchronized List<J> all() {
        forgetOld();
        return List.copyOf(jobs.values());
    }

    private void forgetOld() {
        jobs.values()
                .removeIf(job ->
                        clock.instant().isAfter(headOf.apply(job).created().plus(KEPT)));
    }
}
