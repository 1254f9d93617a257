package io.plumbline.flow;

import io.plumbline.assess.Band;
import io.plumbline.assess.ClockVerdict;
import io.plumbline.salesforce.ApiUsage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one run did, in numbers and sentences.
 *
 * @param org the org's address and the integration user, for people; empty when sign-in failed
 * @param currency ISO code of the currency that amounts are in; empty when sign-in failed
 * @param asOf the day judged by; null when the run ended before it was known
 * @param judged how many accounts this run judged; of the others nothing had changed
 * @param accounts how many accounts have a verdict, by this run or before
 * @param bands how many of them are in each band, all bands listed
 * @param currencies how many plans are in each state of currency, all states listed
 * @param written what was sent and what became of it; in a dry run what would have been sent
 * @param calls API calls of this run, and those of all programs as the org last told
 * @param first the accounts that need attention most, at most three
 * @param remarks what somebody should know although the run went on
 * @param problems why the run is not complete, each with who can fix it and how
 */
public record SyncSummary(
        Status status,
        String org,
        String currency,
        @Nullable LocalDate asOf,
        boolean dryRun,
        int judged,
        int accounts,
        Map<Band, Integer> bands,
        Map<ClockVerdict, Integer> currencies,
        Written written,
        ApiUsage calls,
        Duration took,
        List<NeedsAttention> first,
        List<String> remarks,
        List<String> problems) {

    /** How a run ended. */
    public enum Status {
        COMPLETE,
        /** Some of it could not be read or written; the rest was. */
        PARTIAL,
        /** It ended before it had a result. */
        FAILED,
        /** It did not start because a setting or a permission must be changed first. */
        REFUSED,
        /** Another run works on the org, mostly that of another instance, so this one left it alone. */
        ELSEWHERE
    }

    /**
     * Changes sent to the org.
     *
     * @param accountsTouched accounts with at least one changed field
     * @param refused records that the org did not take
     * @param unknown records whose outcome is not known; the next run finds out
     */
    public record Written(
            int fields,
            int accountsTouched,
            int tasksCreated,
            int tasksUpdated,
            int tasksClosed,
            int refused,
            int unknown) {

        public static final Written NOTHING = new Written(0, 0, 0, 0, 0, 0, 0);
    }

    /**
     * An account that somebody should look at.
     *
     * @param health as written, null when unknown
     * @param why the most severe finding, in a sentence
     * @param next what to do about it
     */
    public record NeedsAttention(
            String account,
            String owner,
            Band band,
            @Nullable Integer health,
            ClockVerdict planCurrency,
            String why,
            String next) {}

    public SyncSummary {
        bands = Map.copyOf(bands);
        currencies = Map.copyOf(currencies);
        first = List.copyOf(first);
        remarks = List.copyOf(remarks);
        problems = List.copyOf(problems);
    }

    /** API calls of this run. */
    public long apiCalls() {
        return calls.ours();
    }

    public Optional<LocalDate> day() {
        return Optional.ofNullable(asOf);
    }
}
