package io.plumbline.flow;

import io.plumbline.journal.RunId;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one run is asked to do.
 *
 * @param asOf the day to judge by; null for today in the org's time zone
 * @param dryRun whether nothing may be written to the org
 * @param accepted the run whose plan went beyond the bounds and which a person looked at since; null for none
 */
public record SyncRequest(
        @Nullable LocalDate asOf, boolean dryRun, @Nullable RunId accepted) {

    /** Within the bounds. */
    public SyncRequest(@Nullable LocalDate asOf, boolean dryRun) {
        this(asOf, dryRun, null);
    }

    public static SyncRequest today() {
        return new SyncRequest(null, false);
    }

    /** Today, and beyond the bounds as far as that run would have gone. */
    public static SyncRequest accepting(long run) {
        return new SyncRequest(null, false, new RunId(run));
    }

    public Optional<LocalDate> day() {
        return Optional.ofNullable(asOf);
    }
}
