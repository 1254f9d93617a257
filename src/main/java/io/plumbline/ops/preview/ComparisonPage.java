package io.plumbline.ops.preview;

import io.plumbline.flow.preview.AccountPreview;
import io.plumbline.flow.preview.Comparison;
import io.plumbline.flow.preview.PortfolioPreview;
import io.plumbline.flow.preview.TaskPreview;
import io.plumbline.ops.text.Counted;
import io.plumbline.ops.text.Moods;
import io.plumbline.ops.text.Split;
import io.plumbline.ops.text.Words;
import java.util.List;
import java.util.Locale;

/**
 * Two configurations side by side as they are drawn.
 *
 * @param now the bars of the configuration in use
 * @param then those of the other one
 * @param rows numbers of both
 * @param moved accounts whose band or plan becomes another, a change of band first
 */
public record ComparisonPage(
        String org,
        String day,
        String folder,
        String verdict,
        List<Split> now,
        List<Split> then,
        List<Row> rows,
        List<Account> moved,
        long healthOnly,
        List<Task> opened,
        List<Task> notOpened,
        List<Task> closed,
        List<Task> notClosed,
        List<String> scope) {

    /** A number by one configuration and by the other. */
    public record Row(String label, String now, String then, String difference) {}

    /** An account that moves. */
    public record Account(
            String id,
            String name,
            String owner,
            String bandNow,
            String moodNow,
            String bandThen,
            String moodThen,
            String health,
            String planNow,
            String planThen,
            String why) {}

    /** A task that one configuration moves and the other does not. */
    public record Task(String account, String subject, String owner, String due) {}

    /** @param folder of the other configuration, for the heading */
    public static ComparisonPage of(Comparison comparison, String folder) {
        PortfolioPreview now = comparison.now();
        PortfolioPreview then = comparison.then();
        return new ComparisonPage(
                now.org(),
                now.asOf().toString(),
                folder,
                verdict(comparison),
                List.of(ReportPage.bands(now), ReportPage.plans(now)),
                List.of(ReportPage.bands(then), ReportPage.plans(then)),
                List.of(
                        row(
                                "accounts judged",
                                now.accounts().size(),
                                then.accounts().size()),
                        row("fields written", now.fields(), then.fields()),
                        row("accounts written", now.accountsWritten(), then.accountsWritten()),
                        row("tasks opened", now.tasks(TaskPreview.Move.OPEN), then.tasks(TaskPreview.Move.OPEN)),
                        row(
                                "tasks rewritten",
                                now.tasks(TaskPreview.Move.REWRITE),
                                then.tasks(TaskPreview.Move.REWRITE)),
                        row("tasks closed", now.tasks(TaskPreview.Move.CLOSE), then.tasks(TaskPreview.Move.CLOSE)),
                        row("changes held back", now.held(), then.held()),
                        row(
                                "calls to write, about",
                                now.calls().writing(),
                                then.calls().writing()),
                        row(
                                "calls on a quiet day, about",
                                now.calls().quietDay(),
                                then.calls().quietDay())),
                comparison.moved().stream()
                        .filter(moved -> moved.changesBand() || moved.changesPlan())
                        .map(ComparisonPage::account)
                        .toList(),
                comparison.moved().stream()
                        .filter(moved -> !moved.changesBand() && !moved.changesPlan())
                        .count(),
                tasks(comparison.opened()),
                tasks(comparison.notOpened()),
                tasks(comparison.closed()),
                tasks(comparison.notClosed()),
                scope(comparison));
    }

    private static String verdict(Comparison comparison) {
        int bands = comparison.changingBand().size();
        int plans = comparison.changingPlan().size();
        return (bands == 0 ? "No account changes" : Counted.of(bands, "account changes", "accounts change"))
                + " band, and " + (plans == 0 ? "none changes" : Counted.of(plans, "changes", "change"))
                + " plan currency; " + Counted.of(comparison.opened().size(), "more task", "more tasks")
                + " would open and " + Counted.number(comparison.notOpened().size()) + " would not.";
    }

    private static Row row(String label, long now, long then) {
        long difference = then - now;
        return new Row(
                label,
                Counted.number(now),
                Counted.number(then),
                difference == 0
                        ? "same"
                        : String.format(Locale.ROOT, "%+,d", difference).replace("-", "\u2212"));
    }

    private static Account account(Comparison.Moved moved) {
        AccountPreview now = moved.now();
        AccountPreview then = moved.then();
        return new Account(
                now.id(),
                now.name(),
                now.owner(),
                Words.band(now.band()),
                Moods.of(now.band()),
                Words.band(then.band()),
                Moods.of(then.band()),
                AccountCard.number(now.health()) + " \u2192 " + AccountCard.number(then.health()),
                Words.currency(now.plan()),
                Words.currency(then.plan()),
                String.join("; ", then.reasons()));
    }

    private static List<Task> tasks(List<Comparison.OfAccount> tasks) {
        return tasks.stream()
                .map(each -> new Task(
                        each.account().name(),
                        each.task().subject().isEmpty()
                                ? "the task about " + each.task().theme()
                                : each.task().subject(),
                        each.task().owner(),
                        each.task().due().map(Object::toString).orElse("")))
                .toList();
    }

    private static List<String> scope(Comparison comparison) {
        return comparison.onlyNow().isEmpty() && comparison.onlyThen().isEmpty()
                ? List.of()
                : List.of(
                        Counted.of(comparison.onlyNow().size(), "account", "accounts") + " would no longer be judged.",
                        Counted.of(
                                comparison.onlyThen().size(),
                                "account would be judged that is not now.",
                                "accounts would be judged that are not now."));
    }
}
