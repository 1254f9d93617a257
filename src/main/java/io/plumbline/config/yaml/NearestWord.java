package io.plumbline.config.yaml;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the word an administrator most likely meant. */
public final class NearestWord {

    private NearestWord() {}

    /** {@code "; did you mean 'x'?"}, or which words are known when none is near. */
    public static String suggestion(String word, Collection<String> known) {
        String nearest = nearest(word, known);
        if (nearest != null) {
            return "; did you mean '" + nearest + "'?";
        }
        return known.isEmpty() ? "" : "; known are " + String.join(", ", known);
    }

    /** The word that this one is but for one letter, dropped, doubled, swapped or wrong. */
    public static Optional<String> slipOf(String word, Collection<String> known) {
        return known.stream()
                .filter(candidate -> distance(word, candidate) == 1)
                .findFirst();
    }

    /** Of two that are as near the longer: a letter is more often left out than struck twice. */
    private static @Nullable String nearest(String word, Collection<String> known) {
        String nearest = null;
        int best = Math.max(2, word.length() / 3) + 1;
        for (String candidate : known) {
            int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            boolean nearer =
                    distance < best || distance == best && nearest != null && candidate.length() > nearest.length();
            if (nearer && distance < candidate.length()) {
                best = distance;
                nearest = candidate;
            }
        }
        return nearest;
    }

    /** How many letters to insert, delete, replace or swap with their neighbour: optimal string alignment. */
    private static int distance(String one, String other) {
        int[][] steps = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                steps[i][j] = i == 0 ? j : j == 0 ? i : least(steps, one, i, other, j);
            }
        }
        return steps[one.length()][other.length()];
    }

    private static int least(int[][] steps, String one, int i, String other, int j) {
        int replaced = steps[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, Math.min(steps[i][j - 1], steps[i - 1][j]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
    }
}
