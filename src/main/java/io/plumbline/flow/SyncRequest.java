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
 * @param everything whether all accounts are judged, although nothing about most of them changed
 * @param accepted the run whose plan went beyond the bounds and which a person looked at since; null for none
 */
public record SyncRequest(
        @Nullable LocalDate asOf,
        boolean dryRun,
        Set<RecordId> accounts,
        boolean everything,
        @Nullable RunId accepted) {

    public SyncRequest {
        accounts = Set.copyOf(accounts);
    }

    /** Those accounts that changed, or all. */
    public SyncRequest(@Nullable LocalDate asOf, boolean dryRun, @Nullable RunId accepted) {
        this(asOf, dryRun, Set.of(), false, accepted);
    }

    /** Within the bounds. */
    public SyncRequest(@Nullable LocalDate asOf, boolean dryRun) {
        this(asOf, dryRun, Set.of(), false, null);
    }

    public static SyncRequest today() {
        return new SyncRequest(null, false);
    }

    /** Today, and beyond the bounds as far as that run would have gone. */
    public static SyncRequest accepting(long run) {
        return new SyncRequest(null, false, Set.of(), false, new RunId(run));
    }

    /** Today, and these accounts alone, whether or not anything about them changed. */
    public static SyncRequest ofAccounts(Set<RecordId> accounts) {
        return new SyncRequest(null, false, accounts, false, null);
    }

    /** Today, and all accounts, whether or not anything about them changed. */
    public static SyncRequest ofEverything() {
        return new SyncRequest(null, false, Set.of(), true, null);
    }

    public Optional<LocalDate> day() {
        return Optional.ofNullable(asOf);
    }
}
