package io.plumbline.ops.console;

import io.plumbline.assess.Band;
import io.plumbline.assess.ClockVerdict;
import io.plumbline.flow.Backlog;
import io.plumbline.journal.Run;
import io.plumbline.ops.text.Counted;
import io.plumbline.ops.text.Moods;
import io.plumbline.ops.text.Split;
import io.plumbline.ops.text.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * How everything stands.
 *
 * @param lead the last run in a sentence
 * @param notes what went wrong with it, in the words of the run; none for those who see no names
 * @param figures the numbers of the day
 * @param splits how accounts and plans fall into kinds; none before anything was judged
 */
record OverviewView(
        String lead,
        String notes,
        List<Figure> figures,
        List<Split> splits,
        List<RunLine> runs,
        List<Waiting> waiting) {

    static final int RUNS = 8;

    /** A number with its name. */
    record Figure(String number, String label, String note) {

        private static Figure of(long number, String one, String many, String note) {
            return new Figure(Figures.of(number), Counted.word(number, one, many), note);
        }
    }

    /** A change in quarantine. @param account its name, or its Id for those who see no names */
    record Waiting(String key, String accountId, String account, String why, String since, String next) {}

    /**
     * What it is built from.
     *
     * @param callsOfDay API calls of the last 24 hours
     * @param share of the org's daily calls that may be used, 0..1
     * @param orgLimit the org's daily calls, unknown until a run of this process was told
     */
    record Facts(
            List<Run> runs,
            Map<String, Integer> bands,
            Map<String, Integer> plans,
            long callsOfDay,
            double share,
            OptionalLong orgLimit,
            int onTheirWay,
            List<Backlog.Refused> refused,
            Map<String, String> names,
            boolean seesNames,
            Instant now) {}

    static OverviewView of(Facts facts) {
        return new OverviewView(
                lead(facts),
                facts.seesNames() && !facts.runs().isEmpty()
                        ? facts.runs().getFirst().summary()
                        : "",
                figures(facts),
                facts.bands().isEmpty() ? List.of() : List.of(bands(facts), plans(facts)),
                facts.runs().stream()
                        .limit(RUNS)
                        .map(run -> RunLine.of(run, facts.now()))
                        .toList(),
                facts.refused().stream().map(each -> waiting(each, facts)).toList());
    }

    private static String lead(Facts facts) {
        if (facts.runs().isEmpty()) {
            return "No run has begun yet. Once one has come to its end, this page shows what it found and wrote.";
        }
        Run last = facts.runs().getFirst();
        String when = Figures.ago(last.startedAt(), facts.now());
        return switch (last.state()) {
            case RUNNING -> "A run is under way; it began " + when + ".";
            case COMPLETE -> "The last run began " + when + " and is complete.";
            case PARTIAL -> "The last run began " + when + " and is partial: the rest was read, judged and written.";
            case FAILED -> "The last run began " + when + " and failed.";
        };
    }

    private static List<Figure> figures(Facts facts) {
        Run wrote = facts.runs().stream()
                .filter(run -> !run.dryRun() && run.state() != Run.State.RUNNING)
                .findFirst()
                .orElse(null);
        int accounts =
                facts.bands().values().stream().mapToInt(Integer::intValue).sum();
        return List.of(
                Figure.of(accounts, "account judged", "accounts judged", "with a verdict, by this run or before"),
                wrote == null
                        ? new Figure("0", "fields written", "by no run so far")
                        : Figure.of(
                                wrote.counters().fieldsWritten(),
                                "field written",
                                "fields written",
                                "by run " + wrote.id() + ", and "
                                        + Figures.of(wrote.counters().tasksCreated(), "new task", "new tasks")),
                calls(facts),
                Figure.of(
                        facts.onTheirWay(),
                        "change on its way",
                        "changes on their way",
                        facts.onTheirWay() == 0 ? "nothing waits" : "recorded, not settled so far"),
                new Figure(
                        Figures.of(facts.refused().size()),
                        "in quarantine",
                        facts.refused().isEmpty()
                                ? "nothing is refused"
                                : Counted.word(
                                        facts.refused().size(),
                                        "Salesforce keeps refusing it",
                                        "Salesforce keeps refusing them")));
    }

    private static Figure calls(Facts facts) {
        if (facts.orgLimit().isEmpty()) {
            return callsOfDay(facts, "the limit is known after the next run");
        }
        long ours = (long) Math.floor(facts.share() * facts.orgLimit().getAsLong());
        return callsOfDay(facts, "of " + Figures.of(ours) + " that connector.yaml allows");
    }

    private static Figure callsOfDay(Facts facts, String note) {
        return Figure.of(facts.callsOfDay(), "API call in 24 hours", "API calls in 24 hours", note);
    }

    private static Split bands(Facts facts) {
        return Split.of(
                "Relationship health",
                Stream.of(Band.values())
                        .map(band -> new Split.Kind(
                                Words.band(band), facts.bands().getOrDefault(band.name(), 0), Moods.of(band)))
                        .toList());
    }

    private static Split plans(Facts facts) {
        return Split.of(
                "Account plans",
                Stream.of(ClockVerdict.values())
                        .map(plan -> new Split.Kind(
                                Words.currency(plan), facts.plans().getOrDefault(plan.name(), 0), Moods.of(plan)))
                        .toList());
    }

    private static Waiting waiting(Backlog.Refused refused, Facts facts) {
        String id = refused.account().value();
        return new Waiting(
                refused.changeKey(),
                id,
                facts.seesNames() ? facts.names().getOrDefault(id, id) : id,
                facts.seesNames() ? refused.code() + ": " + refused.message() : refused.code(),
                Figures.ago(refused.since(), facts.now()) + ", "
                        + Figures.of(refused.attempts(), "attempt", "attempts"),
                Figures.moment(refused.next()));
    }
}
