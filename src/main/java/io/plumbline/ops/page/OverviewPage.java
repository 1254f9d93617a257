package io.plumbline.ops.page;

import io.plumbline.assess.Band;
import io.plumbline.assess.ClockVerdict;
import io.plumbline.assess.Trend;
import io.plumbline.flow.SyncSummary;
import io.plumbline.journal.JudgedAccount;
import io.plumbline.journal.Verdict;
import io.plumbline.ops.text.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The list of accounts, in the words of the page. */
record OverviewPage(String lead, String currency, List<Tile> tiles, List<Row> accounts) {

    private static final String UNKNOWN = "unknown";

    /** A number with its name. */
    record Tile(String number, String label) {}

    /** One account. */
    record Row(
            String id,
            String name,
            String band,
            String bandMood,
            String health,
            String trend,
            String plan,
            String planMood,
            String thoroughness,
            String attention,
            List<String> reasons) {}

    static OverviewPage of(Optional<SyncSummary> lastRun, List<JudgedAccount> accounts) {
        return new OverviewPage(
                lastRun.map(OverviewPage::lead)
                        .orElse("No sync has come to its end yet. This page shows the verdicts once one has."),
                lastRun.map(SyncSummary::currency).orElse(""),
                lastRun.map(OverviewPage::tiles).orElse(List.of()),
                accounts.stream().map(OverviewPage::row).toList());
    }

    private static String lead(SyncSummary run) {
        return "As of " + run.day().map(Object::toString).orElse("today") + ", from " + run.org();
    }

    private static List<Tile> tiles(SyncSummary run) {
        List<Tile> tiles = new ArrayList<>();
        for (Band band : Band.values()) {
            tiles.add(tile(run.bands().getOrDefault(band, 0), Words.band(band)));
        }
        tiles.add(tile(run.currencies().getOrDefault(ClockVerdict.CURRENT, 0), "plans current"));
        tiles.add(tile(run.written().fields(), "fields written"));
        tiles.add(tile(run.written().tasksCreated(), "tasks created"));
        tiles.add(tile(run.apiCalls(), "API calls"));
        return tiles;
    }

    private static Tile tile(long number, String label) {
        return new Tile(String.format(Locale.ROOT, "%,d", number), label);
    }

    private static Row row(JudgedAccount account) {
        Verdict verdict = account.verdict();
        Band band = Band.valueOf(verdict.band());
        ClockVerdict plan = ClockVerdict.valueOf(verdict.planCurrency());
        return new Row(
                verdict.account().value(),
                account.name(),
                Words.band(band),
                mood(band),
                number(verdict.writtenHealth()),
                Words.trend(Trend.valueOf(verdict.trend())),
                Words.currency(plan),
                mood(plan),
                number(verdict.thoroughness()),
                money(verdict.attention()),
                account.reasons().lines().toList());
    }

    private static String number(@Nullable Integer score) {
        return score == null ? UNKNOWN : score.toString();
    }

    private static String money(@Nullable BigDecimal amount) {
        return amount == null
                ? UNKNOWN
                : String.format(
                        Locale.ROOT,
                        "%,d",
                        amount.setScale(0, RoundingMode.HALF_UP).toBigInteger());
    }

    static String mood(Band band) {
        return switch (band) {
            case GREEN -> "good";
            case AMBER -> "fair";
            case RED -> "poor";
            case INSUFFICIENT -> "";
        };
    }

    static String mood(ClockVerdict currency) {
        return switch (currency) {
            case CURRENT -> "good";
            case DUE_SOON -> "fair";
            case STALE, EXPIRED, MISSING -> "poor";
        };
    }
}
