package io.plumbline.ops.console;

import io.plumbline.journal.Verdict;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Health of one account over time: a line that keeps its height until the day of the next verdict.
 *
 * @param points of the line, as SVG has them; empty text when nothing can be seen to move
 * @param days what is drawn, as a table, the newest first
 */
record HistoryPicture(String points, String from, String to, String words, List<Day> days) {

    static final int WIDTH = 720;
    static final int HEIGHT = 120;

    private static final int BEST = 100;

    /** One day on which the verdict became another. */
    record Day(String day, String health, String thoroughness, String execution) {}

    /** @param verdicts the oldest first */
    static HistoryPicture of(List<Verdict> verdicts) {
        List<Day> days = verdicts.reversed().stream()
                .map(verdict -> new Day(
                        verdict.asOf().toString(),
                        Figures.score(verdict.writtenHealth()),
                        Figures.score(verdict.thoroughness()),
                        Figures.score(verdict.execution())))
                .toList();
        List<Verdict> known = verdicts.stream()
                .filter(verdict -> verdict.writtenHealth() != null)
                .toList();
        if (known.size() < 2) {
            return new HistoryPicture("", "", "", "", days);
        }
        LocalDate first = known.getFirst().asOf();
        LocalDate last = known.getLast().asOf();
        long span = Math.max(1, ChronoUnit.DAYS.between(first, last));
        List<String> points = new ArrayList<>();
        int height = y(known.getFirst().writtenHealth());
        for (Verdict verdict : known) {
            long x = WIDTH * ChronoUnit.DAYS.between(first, verdict.asOf()) / span;
            points.add(x + "," + height);
            height = y(verdict.writtenHealth());
            points.add(x + "," + height);
        }
        return new HistoryPicture(
                String.join(" ", points),
                first.toString(),
                last.toString(),
                "Health over time: " + known.getFirst().writtenHealth() + " on " + first + ", "
                        + known.getLast().writtenHealth() + " on " + last + ".",
                days);
    }

    private static int y(@Nullable Integer health) {
        return HEIGHT - HEIGHT * (health == null ? 0 : health) / BEST;
    }
}
