package io.plumbline.config.policy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds out before the first account whether a regular expression can be driven into endless backtracking, as {@code
 * a*a*a*a*b} can by a title of some hundred letters.
 *
 * <p>Java's matcher tries every way to cut a text into the repetitions of a pattern, so the harm shows on a long run of what
 * the pattern itself repeats, with an end that does not fit. Such texts are built from the letters of the pattern and from
 * what its classes stand for, and the matcher may look at so many characters of each. A pattern that stays within that on
 * all of them is quadratic or cubic at worst, which a title of bounded length bears. This is a test, not a proof; it knows
 * the shapes in which administrators meet the trap: alternatives that overlap within a repetition, rows of repetitions
 * that can take each other's letters, and backreferences. {@link NestedRepetition} refuses the oldest shape by its looks.
 */
final class BacktrackingProbe {

    private static final int LENGTH = 200;
    private static final int MOST_STEPS = 3_000_000;
    private static final int MOST_PIECES = 40;
    private static final String NO_END = "\u0001";

    private final Pattern pattern;

    private BacktrackingProbe(Pattern pattern) {
        this.pattern = pattern;
    }

    /** The start of a text that keeps the pattern busy; empty when none was found. */
    static Optional<String> endless(Pattern pattern) {
        boolean repeats = pattern.pattern().chars().anyMatch(c -> "*+?{".indexOf(c) >= 0);
        return repeats ? new BacktrackingProbe(pattern).find() : Optional.empty();
    }

    private Optional<String> find() {
        Set<String> pieces = pieces(pattern.pattern());
        Set<String> starts = new LinkedHashSet<>(pieces);
        starts.add("");
        for (String piece : pieces) {
            String run = piece.repeat(LENGTH / piece.length() + 1);
            for (String start : starts) {
                if (keepsBusy(start + run + NO_END)) {
                    return Optional.of((start + run).substring(0, Math.min(20, start.length() + run.length())));
                }
            }
        }
        return Optional.empty();
    }

    private boolean keepsBusy(String text) {
        try {
            pattern.matcher(new CountedText(text, new int[] {MOST_STEPS})).find();
            return false;
        } catch (TooManySteps | StackOverflowError tooMany) {
            return true;
        }
    }

    /** What the pattern may repeat: its words, its letters, and one of each class. */
    private static Set<String> pieces(String pattern) {
        Set<String> pieces = new LinkedHashSet<>(List.of("a", "0", " ", "-"));
        StringBuilder word = new StringBuilder();
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                i++;
            } else if (Character.isLetterOrDigit(c) || c == ' ' || c == '-' || c == ',') {
                word.append(c);
                all.append(c);
                pieces.add(String.valueOf(c));
                continue;
            }
            add(word, pieces);
        }
        add(word, pieces);
        if (!all.isEmpty()) {
            pieces.add(all.toString());
        }
        return pieces.size() <= MOST_PIECES
                ? pieces
                : new LinkedHashSet<>(pieces.stream().limit(MOST_PIECES).toList());
    }

    private static void add(StringBuilder word, Set<String> pieces) {
        if (!word.isEmpty()) {
            pieces.add(word.toString());
            word.setLength(0);
        }
    }

    /** A text that can be looked at so many times. */
    private record CountedText(String text, int[] left) implements CharSequence {

        @Override
        public char charAt(int index) {
            if (--left[0] < 0) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new CountedText(text.substring(start, end), left);
        }
    }

    private static final class TooManySteps extends RuntimeException {

        TooManySteps() {
            super(null, null, false, false);
        }
    }
}
