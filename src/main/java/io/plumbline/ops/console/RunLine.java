package io.plumbline.ops.console;

import io.plumbline.journal.Run;
import io.plumbline.journal.RunCounters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One run in a line.
 *
 * @param mood by which its state is coloured
 * @param moment when it began, in ISO form for machines
 * @param judged of how many accounts, empty text when of none
 * @param wrote what came to Salesforce, in a few words
 */
record RunLine(
        long number,
        String state,
        String mood,
        String kind,
        String moment,
        String began,
        String ago,
        String took,
        String judged,
        String wrote) {

    static RunLine of(Run run, Instant now) {
        return new RunLine(
                run.id().value(),
                state(run.state()),
                mood(run.state()),
                run.dryRun() ? "dry run" : "sync",
                run.startedAt().toString(),
                Figures.moment(run.startedAt()),
                Figures.ago(run.startedAt(), now),
                run.finishedAt()
                        .map(end -> Figures.span(Duration.between(run.startedAt(), end)))
                        .orElse(""),
                judged(run.counters()),
                wrote(run));
    }

    static String state(Run.State state) {
        return switch (state) {
            case RUNNING -> "Under way";
            case COMPLETE -> "Complete";
            case PARTIAL -> "Partial";
            case FAILED -> "Failed";
        };
    }

    static String mood(Run.State state) {
        return switch (state) {
            case RUNNING -> "soon";
            case COMPLETE -> "good";
            case PARTIAL -> "fair";
            case FAILED -> "poor";
        };
    }

    private static String judged(RunCounters counters) {
        return counters.accounts() == 0
                ? Figures.of(counters.judged())
                : Figures.of(counters.judged()) + " of " + Figures.of(counters.accounts());
    }

    /** Nothing is said of what is nothing, but for a run that wrote nothing at all. */
    static String wrote(Run run) {
        if (run.dryRun()) {
            return "nothing, as asked";
        }
        RunCounters counters = run.counters();
        List<String> parts = new ArrayList<>();
        add(parts, counters.fieldsWritten(), "field", "fields");
        add(parts, counters.tasksCreated(), "new task", "new tasks");
        add(parts, counters.tasksUpdated(), "task reworded", "tasks reworded");
        add(parts, counters.tasksClosed(), "task closed", "tasks closed");
        add(parts, counters.refused(), "refused", "refused");
        add(parts, counters.unknown(), "not known", "not known");
        add(parts, counters.held(), "held back", "held back");
        return parts.isEmpty() ? "nothing" : String.join(", ", parts);
    }

    private static void add(List<String> parts, int number, String one, String many) {
        if (number > 0) {
            parts.add(Figures.of(number, one, many));
        }
    }
}
