package io.plumbline.ops.text;

import io.plumbline.flow.progress.Underway;
import java.util.Locale;

/** How far a run is, in numbers: for whoever waits at a terminal and for the console alike. */
public final class ProgressCount {

    private ProgressCount() {}

    /** {@code 1,200 of 3,000 records}, or what is done alone where nobody knows how much there is. */
    public static String of(Underway run) {
        long all = Math.max(run.done(), run.expected().orElse(run.done()));
        String of = run.expected().isPresent() ? " of " + Counted.number(all) : "";
        return Counted.number(run.done()) + of + " " + noun(run, all);
    }

    /** What is read at the moment, in words; empty where it is nothing in particular. */
    public static String part(Underway run) {
        return run.part().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    private static String noun(Underway run, long all) {
        return switch (run.phase()) {
            case CHECKING, READING -> Counted.word(all, "record", "records");
            case JUDGING -> Counted.word(all, "account", "accounts");
            case WRITING -> Counted.word(all, "change", "changes");
        };
    }
}
