package io.plumbline.journal;

import io.plumbline.crm.RecordId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One run over one org.
 *
 * @param asOf the day the accounts were judged for
 * @param finishedAt empty while the run is under way, or when it was killed
 * @param summary one sentence for people, empty text until the run ends
 */
public record Run(
        RunId id,
        RecordId org,
        LocalDate asOf,
        boolean dryRun,
        State state,
        Instant startedAt,
        Optional<Instant> finishedAt,
        RunCounters counters,
        String summary) {

    /** How a run stands. */
    public enum State {
        RUNNING,
        /** Everything was judged and everything that was to be written is written. */
        COMPLETE,
        /** Some of it was; the summary says what was not. */
        PARTIAL,
        /** Nothing was written. */
        FAILED
    }
}
