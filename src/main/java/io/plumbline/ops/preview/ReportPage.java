package io.plumbline.ops.preview;

import io.plumbline.assess.Band;
import io.plumbline.assess.ClockVerdict;
import io.plumbline.flow.preview.AccountPreview;
import io.plumbline.flow.preview.CallsPreview;
import io.plumbline.flow.preview.PortfolioPreview;
import io.plumbline.flow.preview.TaskPreview;
import io.plumbline.ops.text.Counted;
import io.plumbline.ops.text.Moods;
import io.plumbline.ops.text.Split;
import io.plumbline.ops.text.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The report as it is drawn.
 *
 * @param cards the accounts, what needs attention most first
 * @param left how many accounts stand in the table alone, because a page of all would be too long to open
 */
public record ReportPage(
        String org,
        String day,
        String currency,
        List<Figure> figures,
        List<Split> splits,
        List<Histogram> scores,
        List<Theme> themes,
        List<Figure> calls,
        List<String> warnings,
        List<String> problems,
        List<AccountCard> cards,
        long left) {

    private static final int MOST_CARDS = 500;

    /** A number with its name, and what it is made of. */
    public record Figure(String number, String label, String note) {}

    /** Tasks of one theme. */
    public record Theme(String name, long open, long rewrite, long close) {}

    public static ReportPage of(PortfolioPreview preview) {
        return new ReportPage(
                preview.org(),
                preview.asOf().toString(),
                preview.currency(),
                figures(preview),
                List.of(bands(preview), plans(preview)),
                scores(preview),
                themes(preview),
                calls(preview.calls()),
                preview.warnings(),
                preview.problems(),
                preview.accounts().stream()
                        .limit(MOST_CARDS)
                        .map(AccountCard::of)
                        .toList(),
                Math.max(0, preview.accounts().size() - MOST_CARDS));
    }

    private static List<Figure> figures(PortfolioPreview preview) {
        return List.of(
                figure(preview.accounts().size(), "account judged", "accounts judged", ""),
                figure(
                        preview.fields(),
                        "field would change",
                        "fields would change",
                        "on " + Counted.of(preview.accountsWritten(), "account", "accounts")),
                figure(preview.tasks(TaskPreview.Move.OPEN), "task would open", "tasks would open", changes(preview)),
                figure(
                        preview.held(),
                        "change held back",
                        "changes held back",
                        Counted.word(preview.held(), "with its reason", "each with its reason")));
    }

    private static Figure figure(long number, String one, String many, String note) {
        return new Figure(Counted.number(number), Counted.word(number, one, many), note);
    }

    private static String changes(PortfolioPreview preview) {
        return Counted.number(preview.tasks(TaskPreview.Move.REWRITE)) + " rewritten, "
                + Counted.number(preview.tasks(TaskPreview.Move.CLOSE)) + " closed";
    }

    static Split bands(PortfolioPreview preview) {
        return Split.of(
                "Relationship health",
                Arrays.stream(Band.values())
                        .map(band -> new Split.Kind(Words.band(band), preview.in(band), Moods.of(band)))
                        .toList());
    }

    static Split plans(PortfolioPreview preview) {
        return Split.of(
                "Account plans",
                Arrays.stream(ClockVerdict.values())
                        .map(plan -> new Split.Kind(Words.currency(plan), preview.with(plan), Moods.of(plan)))
                        .toList());
    }

    private static List<Histogram> scores(PortfolioPreview preview) {
        return List.of(
                histogram("Health", preview, AccountPreview::health),
                histogram("Retention", preview, AccountPreview::retention),
                histogram("Growth", preview, AccountPreview::growth),
                histogram("Confidence", preview, AccountPreview::confidence),
                histogram("Thoroughness", preview, AccountPreview::thoroughness),
                histogram("Vetting", preview, AccountPreview::vetting),
                histogram("Execution", preview, AccountPreview::execution),
                histogram("Role coverage", preview, AccountPreview::roles));
    }

    private static Histogram histogram(
            String title, PortfolioPreview preview, Function<AccountPreview, @Nullable Integer> score) {
        return Histogram.of(title, preview.accounts().stream().map(score));
    }

    private static List<Theme> themes(PortfolioPreview preview) {
        Map<String, long[]> counts = new TreeMap<>();
        preview.accounts()
                .forEach(account -> account.tasks()
                        .forEach(task -> counts.computeIfAbsent(
                                        task.theme(), theme -> new long[TaskPreview.Move.values().length])[
                                task.move().ordinal()]++));
        return counts.entrySet().stream()
                .map(theme -> new Theme(
                        theme.getKey(),
                        theme.getValue()[TaskPreview.Move.OPEN.ordinal()],
                        theme.getValue()[TaskPreview.Move.REWRITE.ordinal()],
                        theme.getValue()[TaskPreview.Move.CLOSE.ordinal()]))
                .toList();
    }

    static List<Figure> calls(CallsPreview calls) {
        return List.of(
                figure(calls.reading(), "call to read all this", "calls to read all this", "made by this preview"),
                new Figure(
                        "about " + Counted.number(calls.writing()),
                        Counted.word(calls.writing(), "call to write it", "calls to write it"),
                        "once"),
                new Figure(
                        "about " + Counted.number(calls.quietDay()),
                        Counted.word(calls.quietDay(), "call on a quiet day", "calls on a quiet day"),
                        Counted.of(calls.syncsADay(), "sync", "syncs") + " of about "
                                + Counted.number(calls.quiet())
                                + (calls.share().isEmpty()
                                        ? ""
                                        : "; Plumbline's share is "
                                                + Counted.number(calls.share().getAsLong()))));
    }
}
