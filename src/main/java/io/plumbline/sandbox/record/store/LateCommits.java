package io.plumbline.sandbox.record.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Saves whose transaction is still open: they have their stamp already, and readers see what was there before until the transaction commits
 * (trap C1). A later save of the same record waits for it and so ends the delay. Changed under the org's write lock.
 */
public final class LateCommits {

    /**
     * @param before what readers still see; absent for a record that is not there yet
     */
    private record Open(@Nullable StoredRecord before, Instant savedAt, Instant visibleAt) {}

    private final Clock clock;
    private final Map<String, Open> open = new HashMap<>();
    private Duration delay = Duration.ZERO;
    private Instant lastCommit = Instant.MIN;

    public LateCommits(Clock clock) {
        this.clock = clock;
    }

    /** How long after its stamp every save from now on becomes visible. */
    public void delay(Duration by) {
        delay = by;
    }

    /** Notes that a record was saved; gives back what undoes the note. */
    Runnable saved(@Nullable StoredRecord before, StoredRecord now) {
        if (!any()) {
            open.clear();
        }
        Open known = open.get(now.id());
        if (delay.isZero()) {
            if (known == null) {
                return () -> {};
            }
            open.remove(now.id());
        } else {
            Instant at = clock.instant();
            StoredRecord shown = known != null && at.isBefore(known.visibleAt()) ? known.before() : before;
            open.put(now.id(), new Open(shown, at, at.plus(delay)));
            lastCommit = lastCommit.isAfter(at.plus(delay)) ? lastCommit : at.plus(delay);
        }
        return () -> restore(now.id(), known);
    }

    private void restore(String id, @Nullable Open known) {
        if (known == null) {
            open.remove(id);
        } else {
            open.put(id, known);
        }
    }

    /** Whether some transaction may still be open. */
    public boolean any() {
        return clock.instant().isBefore(lastCommit);
    }

    /** What readers see of a record whose newest version is given. */
    public Optional<StoredRecord> seen(StoredRecord newest) {
        Open late = open.get(newest.id());
        return late == null || !isOpen(late) ? Optional.of(newest) : Optional.ofNullable(late.before());
    }

    /** The versions that readers see instead of newer ones. */
    public List<StoredRecord> shownInstead() {
        return open.values().stream()
                .filter(this::isOpen)
                .map(Open::before)
                .filter(Objects::nonNull)
                .toList();
    }

    /** When the oldest of the open transactions saved its first record. */
    public Optional<Instant> oldest() {
        return open.values().stream().filter(this::isOpen).map(Open::savedAt).min(Instant::compareTo);
    }

    private boolean isOpen(Open late) {
        return clock.instant().isBefore(late.visibleAt());
    }
}
