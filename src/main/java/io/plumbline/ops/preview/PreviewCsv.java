package io.plumbline.ops.preview;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.plumbline.flow.preview.AccountPreview;
import io.plumbline.flow.preview.Comparison;
import io.plumbline.flow.preview.FieldPreview;
import io.plumbline.flow.preview.FindingPreview;
import io.plumbline.flow.preview.PortfolioPreview;
import io.plumbline.flow.preview.TaskPreview;
import io.plumbline.ops.text.Words;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The tables of a preview: RFC 4180, in UTF-8 with the mark by which spreadsheets know it. */
public final class PreviewCsv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private PreviewCsv() {}

    /** One line for each account: its verdict, why, and how much would be written. */
    public static String accounts(PortfolioPreview preview) {
        return table(
                List.of(
                        "Account Id",
                        "Account",
                        "Owner",
                        "Band",
                        "Health",
                        "Retention",
                        "Growth",
                        "Trend",
                        "Plan",
                        "Thoroughness",
                        "Vetting",
                        "Execution",
                        "Role coverage",
                        "Confidence",
                        "Attention (" + preview.currency() + ")",
                        "Reasons",
                        "Findings",
                        "Fields to write",
                        "Tasks to open",
                        "Tasks to rewrite",
                        "Tasks to close",
                        "Held back"),
                preview.accounts().stream().map(PreviewCsv::account).toList());
    }

    private static List<String> account(AccountPreview account) {
        return List.of(
                account.id(),
                Cell.text(account.name()),
                Cell.text(account.owner()),
                Words.band(account.band()),
                Cell.number(account.health()),
                Cell.number(account.retention()),
                Cell.number(account.growth()),
                Words.trend(account.trend()),
                Words.currency(account.plan()),
                Cell.number(account.thoroughness()),
                Cell.number(account.vetting()),
                Cell.number(account.execution()),
                Cell.number(account.roles()),
                Cell.number(account.confidence()),
                Cell.number(account.attention()),
                Cell.text(String.join("\n", account.reasons())),
                Cell.text(account.findings().stream().map(PreviewCsv::sentence).collect(Collectors.joining("\n"))),
                Cell.number(account.fields().size()),
                moves(account, TaskPreview.Move.OPEN),
                moves(account, TaskPreview.Move.REWRITE),
                moves(account, TaskPreview.Move.CLOSE),
                Cell.text(String.join("\n", account.held())));
    }

    private static String sentence(FindingPreview finding) {
        return finding.severity() + " " + finding.id()
                + (finding.message().isEmpty() ? "" : ": " + finding.message() + " " + finding.remedy())
                + (finding.answered().isEmpty() ? "" : " " + finding.answered());
    }

    private static String moves(AccountPreview account, TaskPreview.Move move) {
        return Cell.number((int)
                account.tasks().stream().filter(task -> task.move() == move).count());
    }

    /** One line for each field that would hold another value. */
    public static String fields(PortfolioPreview preview) {
        return table(
                List.of("Account Id", "Account", "Result", "Field", "Holds", "Would hold", "Because"),
                preview.accounts().stream()
                        .flatMap(account -> account.fields().stream().map(field -> field(account, field)))
                        .toList());
    }

    private static List<String> field(AccountPreview account, FieldPreview field) {
        return List.of(
                account.id(),
                Cell.text(account.name()),
                field.result(),
                field.field(),
                value(field.from()),
                value(field.to()),
                Cell.text(field.reason()));
    }

    /** A number stays one, also a negative one. */
    private static String value(String value) {
        return value.matches("-?\\d+(\\.\\d+)?") ? value : Cell.text(value);
    }

    /** One line for each task that would be made, rewritten or closed. */
    public static String tasks(PortfolioPreview preview) {
        return table(
                List.of("Account Id", "Account", "Move", "Theme", "Subject", "Owner", "Due", "Because", "Key"),
                preview.accounts().stream()
                        .flatMap(account -> account.tasks().stream().map(task -> task(account, task)))
                        .toList());
    }

    private static List<String> task(AccountPreview account, TaskPreview task) {
        return List.of(
                account.id(),
                Cell.text(account.name()),
                task.move().name().toLowerCase(Locale.ROOT),
                task.theme(),
                Cell.text(task.subject()),
                Cell.text(task.owner()),
                task.due().map(Object::toString).orElse(""),
                Cell.text(task.reason()),
                task.key());
    }

    /** One line for each account that two configurations judge differently. */
    public static String comparison(Comparison comparison) {
        return table(
                List.of(
                        "Account Id",
                        "Account",
                        "Owner",
                        "Band now",
                        "Band then",
                        "Health now",
                        "Health then",
                        "Plan now",
                        "Plan then",
                        "Reasons now",
                        "Reasons then"),
                comparison.moved().stream().map(PreviewCsv::moved).toList());
    }

    private static List<String> moved(Comparison.Moved moved) {
        return List.of(
                moved.now().id(),
                Cell.text(moved.now().name()),
                Cell.text(moved.now().owner()),
                Words.band(moved.now().band()),
                Words.band(moved.then().band()),
                Cell.number(moved.now().health()),
                Cell.number(moved.then().health()),
                Words.currency(moved.now().plan()),
                Words.currency(moved.then().plan()),
                Cell.text(String.join("\n", moved.now().reasons())),
                Cell.text(String.join("\n", moved.then().reasons())));
    }

    private static String table(List<String> head, List<List<String>> rows) {
        StringWriter out = new StringWriter();
        out.write(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(head);
            rows.forEach(csv::writeRecord);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return out.toString();
    }
}
