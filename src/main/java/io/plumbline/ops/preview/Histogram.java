package io.plumbline.ops.preview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a score of 0 to 100 is spread over the accounts, in steps of ten.
 *
 * @param median empty when it is known of no account
 * @param unknown of how many accounts it is not known
 */
public record Histogram(String title, String median, long unknown, List<Bar> bars) {

    /** The height of the tallest bar in the picture's units. */
    public static final int HEIGHT = 64;

    private static final int STEP = 10;
    private static final int PITCH = 22;

    /** @param y where the bar begins, from above */
    public record Bar(String label, long number, int x, int y, int height) {}

    static Histogram of(String title, Stream<@Nullable Integer> scores) {
        List<@Nullable Integer> all = new ArrayList<>();
        scores.forEach(all::add);
        List<Integer> known = all.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .sorted()
                .toList();
        long[] counts = new long[STEP];
        known.forEach(score -> counts[Math.min(STEP - 1, score / STEP)]++);
        long most = Math.max(1, Arrays.stream(counts).max().orElse(1));
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < STEP; i++) {
            int height = counts[i] == 0 ? 0 : Math.max(2, (int) (HEIGHT * counts[i] / most));
            String label = i * STEP + " to " + (i == STEP - 1 ? 100 : i * STEP + STEP - 1);
            bars.add(new Bar(label, counts[i], i * PITCH, HEIGHT - height, height));
        }
        return new Histogram(
                title,
                known.isEmpty() ? "" : known.get((known.size() - 1) / 2).toString(),
                all.size() - known.size(),
                bars);
    }

    /** For those who hear the picture. */
    public String words() {
        List<String> words = new ArrayList<>();
        bars.stream().filter(bar -> bar.number() > 0).forEach(bar -> words.add(bar.label() + ": " + bar.number()));
        return title + (words.isEmpty() ? ", known of no account" : ", accounts by score: " + String.join(", ", words));
    }
}
