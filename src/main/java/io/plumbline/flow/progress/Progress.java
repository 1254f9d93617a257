package io.plumbline.flow.progress;

import io.plumbline.crm.RecordId;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

/** The runs under way in this process, one an org at most. May be looked at from any thread, as often as one likes. */
public final class Progress {

    private final Clock clock;
    private final Consumer<RecordId> watch;
    private final ConcurrentMap<RecordId, RunProgress> runs = new ConcurrentHashMap<>();

    public Progress(Clock clock) {
        this(clock, org -> {});
    }

    /** @param watch is told of the org of every run as it begins, by the thread of the run */
    public Progress(Clock clock, Consumer<RecordId> watch) {
        this.clock = clock;
        this.watch = watch;
    }

    /** A run of this org begins; to be closed when it ends, however it does. */
    public RunProgress begin(RecordId org) {
        RunProgress run = new RunProgress(org, clock, ended -> runs.remove(org, ended));
        runs.put(org, run);
        watch.accept(org);
        return run;
    }

    /** All runs under way, those that began first at the head; none when nothing is going on. */
    public List<Underway> now() {
        return runs.values().stream()
                .map(RunProgress::now)
                .sorted(Comparator.comparing(Underway::began))
                .toList();
    }

    /** The run of this org; empty when none is under way in this process. */
    public Optional<Underway> now(RecordId org) {
        return Optional.ofNullable(runs.get(org)).map(RunProgress::now);
    }
}
