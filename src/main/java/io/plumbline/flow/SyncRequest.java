package io.plumbline.flow;

import io.plumbline.crm.RecordId;
import io.plumbline.journal.RunId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one run is asked to do.
 *
 * @param asOf the day to judge by; null for today in the org's time zone
 * @param dryRun whether nothing may be written to the org
 * @param accounts the only accounts to judge; none for those that changed, or all
 * @param accepted the run whose plan went beyond the bounds and which a person looked at since; null for none
 */
public record SyncRequest(
        @Nullable LocalDate asOf,
        boolean dryRun,
        Set<RecordId> accounts,
        @Nullable RunId accepted) {

    public SyncRequest {
        accounts = Set.copyOf(accounts);
    }

    /** Those accounts that changed, or all. */
    public SyncRequest(@Nullable LocalDate asOf, boolean dryRun, @Nullable RunId accepted) {
        this(asOf, dryRun, Set.of(), accepted);
    }

    /** Within the bounds. */
    public SyncRequest(@Nullable LocalDate asOf, boolean dryRun) {
        this(asOf, dryRun, Set.of(), null);
    }

    public static SyncRequest today() {
        return new SyncRequest(null, false);
    }

    /** Today, and beyond the bounds as far as that run would have gone. */
    public static SyncRequest accepting(long run) {
        return new SyncRequest(null, false, Set.of(), new RunId(run));
    }

    /** Today, and these accounts alone, whether or not anything about them changed. */
    public static SyncRequest ofAccounts(Set<RecordId> accounts) {
        return new SyncRequest(null, false, accounts, null);
    }

    public Optional<LocalDate> day() {
        return Optional.ofNullable(asOf);
    }
}
