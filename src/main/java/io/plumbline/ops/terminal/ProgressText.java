package io.plumbline.ops.terminal;

import io.plumbline.flow.progress.Underway;
import io.plumbline.ops.text.ProgressCount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** How far a run is, in one line of no more than 80 characters. */
public final class ProgressText {

    private ProgressText() {}

    /** @param underway the runs of this process; without one the org has not answered yet */
    public static String of(List<Underway> underway, Instant now) {
        return underway.isEmpty() ? "Signing in ..." : of(underway.getFirst(), now);
    }

    private static String of(Underway run, Instant now) {
        return switch (run.phase()) {
            case CHECKING -> "Checking what the org gives ...";
            case READING ->
                "Reading" + (run.part().isEmpty() ? "" : " " + ProgressCount.part(run)) + ": " + counts(run, now);
            case JUDGING -> "Judging: " + counts(run, now);
            case WRITING -> "Writing: " + counts(run, now);
        };
    }

    /** Of something of which nobody knows how much there is. */
    public static String counted(String doing, long done, String what) {
        return String.format(Locale.ROOT, "%s: %,d %s", doing, done, what);
    }

    private static String counts(Underway run, Instant now) {
        return ProgressCount.of(run)
                + run.left(now).map(left -> ", " + words(left) + " left").orElse("");
    }

    private static String words(Duration left) {
        long seconds = left.toSeconds();
        if (seconds < 60) {
            return Math.max(1, seconds) + " s";
        }
        return seconds < 3600 ? (seconds + 59) / 60 + " min" : String.format(Locale.ROOT, "%.1f h", seconds / 3600.0);
    }
}
