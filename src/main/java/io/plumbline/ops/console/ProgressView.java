package io.plumbline.ops.console;

import io.plumbline.flow.progress.Phase;
import io.plumbline.flow.progress.Underway;
import io.plumbline.ops.text.ProgressCount;
import java.time.Instant;
import java.util.Optional;

/**
 * How far the run under way has come.
 *
 * @param going whether anything is under way, so that the page asks again soon
 * @param phase in a sentence; changes a few times in a run and is read aloud
 * @param counts how much of the phase is done, empty text where nothing is counted
 * @param percent 0..100, -1 while nobody knows
 * @param left how long the phase will take, empty text while that would be a guess
 */
record ProgressView(boolean going, String phase, String counts, int percent, String left, PreviewState preview) {

    private static final int ALL = 100;

    /** How a preview stands. */
    enum PreviewState {
        NONE,
        MAKING,
        READY,
        FAILED
    }

    static ProgressView of(Optional<Underway> run, boolean begun, PreviewState preview, Instant now) {
        if (run.isEmpty()) {
            return new ProgressView(
                    begun || preview == PreviewState.MAKING,
                    begun
                            ? "The run begins."
                            : preview == PreviewState.MAKING ? "A preview is being made." : "No run is under way.",
                    "",
                    -1,
                    "",
                    preview);
        }
        Underway underway = run.get();
        return new ProgressView(
                true,
                phase(underway),
                counts(underway),
                percent(underway),
                underway.left(now)
                        .map(left -> "about " + Figures.span(left) + " left")
                        .orElse(""),
                preview);
    }

    private static String phase(Underway underway) {
        return switch (underway.phase()) {
            case CHECKING -> "Checking the org.";
            case READING -> "Reading the org.";
            case JUDGING -> "Judging accounts.";
            case WRITING -> "Writing to Salesforce.";
        };
    }

    private static String counts(Underway underway) {
        if (underway.phase() == Phase.CHECKING) {
            return "";
        }
        String part = underway.part().isEmpty() ? "" : ", " + ProgressCount.part(underway);
        return ProgressCount.of(underway) + part;
    }

    private static int percent(Underway underway) {
        if (underway.expected().isEmpty() || underway.expected().getAsLong() == 0) {
            return -1;
        }
        return (int) Math.clamp(ALL * underway.done() / underway.expected().getAsLong(), 0, ALL);
    }
}
