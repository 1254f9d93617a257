package io.plumbline.ops.text;

import io.plumbline.assess.Band;
import io.plumbline.assess.ClockVerdict;
import io.plumbline.flow.SyncSummary;
import io.plumbline.flow.SyncSummary.NeedsAttention;
import io.plumbline.flow.SyncSummary.Written;
import io.plumbline.salesforce.ApiUsage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A run's summary as text for a terminal: what was judged, what was written, what it cost, who needs somebody. */
public final class SummaryText {

    private static final int BAR = 30;

    private SummaryText() {}

    public static String of(SyncSummary summary) {
        List<String> lines = new ArrayList<>();
        lines.add(headline(summary));
        if (!summary.org().isEmpty()) {
            lines.add("  " + OneLine.of(summary.org()));
        }
        if (summary.accounts() > 0) {
            verdicts(summary, lines);
            lines.add("");
            lines.add(written(summary));
            lines.add("  " + calls(summary.calls()) + ", " + seconds(summary.took()));
            attention(summary, lines);
        }
        paragraph("To know", summary.remarks(), lines);
        paragraph(summary.status() == SyncSummary.Status.PARTIAL ? "Not done" : "Why", summary.problems(), lines);
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private static String headline(SyncSummary summary) {
        String what = summary.dryRun() ? "Dry run" : "Sync";
        String day = summary.day().map(date -> " as of " + date).orElse("");
        return switch (summary.status()) {
            case COMPLETE -> what + day + ": complete, " + judged(summary);
            case PARTIAL -> what + day + ": partial, " + judged(summary);
            case FAILED -> what + day + ": failed, see below";
            case ELSEWHERE -> what + day + ": left to another Plumbline, see below";
            case REFUSED -> what + day + ": not started, something has to be changed first";
        };
    }

    private static String judged(SyncSummary summary) {
        if (summary.judged() == summary.accounts()) {
            return count(summary.accounts(), "account") + " judged";
        }
        return String.format(
                Locale.ROOT,
                "%,d of %s judged: the others did not change",
                summary.judged(),
                count(summary.accounts(), "account"));
    }

    private static void verdicts(SyncSummary summary, List<String> lines) {
        lines.add("");
        lines.add("  Relationship health");
        for (Band band : Band.values()) {
            lines.add(bar(Words.band(band), summary.bands().getOrDefault(band, 0), summary.accounts()));
        }
        lines.add("");
        lines.add("  Plans");
        for (ClockVerdict currency : ClockVerdict.values()) {
            lines.add(
                    bar(Words.currency(currency), summary.currencies().getOrDefault(currency, 0), summary.accounts()));
        }
    }

    private static String bar(String label, int number, int of) {
        int length = number == 0 ? 0 : Math.max(1, Math.round((float) BAR * number / of));
        return String.format(Locale.ROOT, "    %-16s %4d  %s", label, number, "#".repeat(length))
                .stripTrailing();
    }

    private static String written(SyncSummary summary) {
        Written written = summary.written();
        String verb = summary.dryRun() ? "  Would write: " : "  Written: ";
        if (written.equals(Written.NOTHING)) {
            return summary.dryRun() ? "  Would write nothing: nothing changed" : "  Nothing written: nothing changed";
        }
        String tasks = List.of(
                        Map.entry(written.tasksCreated(), "created"),
                        Map.entry(written.tasksUpdated(), "updated"),
                        Map.entry(written.tasksClosed(), "closed"))
                .stream()
                .filter(entry -> entry.getKey() > 0)
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return verb + count(written.fields(), "field") + " on " + count(written.accountsTouched(), "account")
                + "; tasks: " + (tasks.isEmpty() ? "none" : tasks)
                + (written.refused() > 0 ? "; refused by Salesforce: " + written.refused() : "")
                + (written.unknown() > 0 ? "; outcome unknown: " + written.unknown() : "");
    }

    private static void attention(SyncSummary summary, List<String> lines) {
        if (summary.first().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("  Who needs attention most");
        int rank = 1;
        for (NeedsAttention account : summary.first()) {
            String health = account.health() == null ? "" : ", health " + account.health();
            lines.add(
                    "    " + rank++ + ". " + OneLine.of(account.account()) + " (" + Words.band(account.band()) + health
                            + ", plan " + Words.currency(account.planCurrency()).toLowerCase(Locale.ROOT) + "; "
                            + OneLine.of(account.owner()) + ")");
            lines.addAll(Paragraph.of(account.why(), "       "));
            lines.addAll(Paragraph.of(account.next(), "       -> "));
        }
    }

    private static void paragraph(String title, List<String> sentences, List<String> lines) {
        if (sentences.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("  " + title);
        sentences.forEach(sentence -> lines.addAll(Paragraph.of(sentence, "    - ")));
    }

    private static String calls(ApiUsage calls) {
        String ours = count(calls.ours(), "API call");
        return calls.orgUsed().isEmpty() || calls.orgLimit().isEmpty()
                ? ours
                : String.format(
                        Locale.ROOT,
                        "%s (all programs %,d of the org's %,d in 24 hours)",
                        ours,
                        calls.orgUsed().getAsLong(),
                        calls.orgLimit().getAsLong());
    }

    private static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.1f seconds", took.toMillis() / 1000.0);
    }
}
