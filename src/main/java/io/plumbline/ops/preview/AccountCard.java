package io.plumbline.ops.preview;

import io.plumbline.flow.preview.AccountPreview;
import io.plumbline.flow.preview.FieldPreview;
import io.plumbline.flow.preview.FindingPreview;
import io.plumbline.flow.preview.TaskPreview;
import io.plumbline.ops.text.Counted;
import io.plumbline.ops.text.Moods;
import io.plumbline.ops.text.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One account of the report.
 *
 * @param would what would be written, in a few words
 * @param scores each score with its name
 * @param fields short values, old and new
 * @param texts sentences that would be written
 */
public record AccountCard(
        String id,
        String name,
        String owner,
        String band,
        String mood,
        String health,
        String plan,
        String planMood,
        String attention,
        String would,
        List<Score> scores,
        List<String> reasons,
        List<FindingPreview> findings,
        List<FieldPreview> fields,
        List<FieldPreview> texts,
        List<TaskLine> tasks,
        List<String> held) {

    /** A score with its name. */
    public record Score(String label, String value) {}

    /** A task in words. */
    public record TaskLine(String move, String subject, String note, String reason) {}

    static AccountCard of(AccountPreview account) {
        return new AccountCard(
                account.id(),
                account.name(),
                account.owner(),
                Words.band(account.band()),
                Moods.of(account.band()),
                number(account.health()),
                Words.currency(account.plan()),
                Moods.of(account.plan()),
                money(account.attention()),
                would(account),
                scores(account),
                account.reasons(),
                account.findings(),
                account.fields().stream().filter(field -> !field.text()).toList(),
                account.fields().stream().filter(FieldPreview::text).toList(),
                account.tasks().stream().map(AccountCard::task).toList(),
                account.held());
    }

    private static String would(AccountPreview account) {
        List<String> parts = new ArrayList<>();
        if (!account.fields().isEmpty()) {
            parts.add(Counted.of(account.fields().size(), "field", "fields"));
        }
        if (!account.tasks().isEmpty()) {
            parts.add(Counted.of(account.tasks().size(), "task", "tasks"));
        }
        return parts.isEmpty() ? "nothing" : String.join(", ", parts);
    }

    private static List<Score> scores(AccountPreview account) {
        return List.of(
                new Score("Retention", number(account.retention())),
                new Score("Growth", number(account.growth())),
                new Score("Thoroughness", number(account.thoroughness())),
                new Score("Vetting", number(account.vetting())),
                new Score("Execution", number(account.execution())),
                new Score("Role coverage", number(account.roles())),
                new Score("Confidence", number(account.confidence())),
                new Score("Trend", Words.trend(account.trend())));
    }

    private static TaskLine task(TaskPreview task) {
        String move = switch (task.move()) {
            case OPEN -> "Open";
            case REWRITE -> "Rewrite";
            case CLOSE -> "Close";
        };
        List<String> note = new ArrayList<>();
        if (!task.owner().isEmpty()) {
            note.add("for " + task.owner());
        }
        task.due().ifPresent(due -> note.add("due " + due));
        return new TaskLine(
                move,
                task.subject().isEmpty() ? "the task about " + task.theme() : task.subject(),
                String.join(", ", note),
                task.reason());
    }

    static String number(@Nullable Integer score) {
        return score == null ? "unknown" : score.toString();
    }

    private static String money(@Nullable BigDecimal amount) {
        return amount == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%,d",
                        amount.setScale(0, RoundingMode.HALF_UP).toBigInteger());
    }
}
