package io.plumbline.flow;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one run is asked to do.
 *
 * @param asOf the day to judge by; null for today in the org's time zone
 * @param dryRun whether nothing may be written to the org
 */
public record SyncRequest(@Nullable LocalDate asOf, boolean dryRun) {

    public static SyncRequest today() {
        return new SyncRequest(null, false);
    }

    public Optional<LocalDate> day() {
        return Optional.ofNullable(asOf);
    }
}
