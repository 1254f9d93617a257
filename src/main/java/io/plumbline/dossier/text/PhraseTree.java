package io.plumbline.dossier.text;

import java.util.Arrays;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * Phrases along which a text is read character by character, all of them at once and without a copy of the text. Where one
 * stands after some characters is a place; every phrase begins at {@link #start()}, and from {@link #NOWHERE} no way leads on.
 */
public final class PhraseTree {

    /** The place where no phrase goes on with what was read. */
    public static final int NOWHERE = 0;

    /** The column of all characters that no phrase holds. */
    private static final int OTHER = 1;

    private static final int FIRST = 2;

    /** A row for each place, which is where the row begins: its value, then the next place for each column. */
    private int[] rows;

    /** The column of each character of Latin-1. */
    private final int[] columns = new int[Letters.LATIN_1];

    private final int width;

    private final int start;

    /**
     * @param values by phrase, none of them 0
     * @param fold makes characters one that count as the same, in phrases and in texts
     */
    public PhraseTree(Map<String, Integer> values, IntUnaryOperator fold) {
        int[] alphabet = values.keySet().stream()
                .flatMapToInt(String::chars)
                .map(fold)
                .distinct()
                .sorted()
                .toArray();
        width = FIRST + alphabet.length;
        start = width;
        rows = new int[2 * width];
        for (int c = 0; c < Letters.LATIN_1; c++) {
            columns[c] = column(fold.applyAsInt(c), alphabet);
        }
        values.forEach((phrase, value) -> {
            int place = start;
            for (char c : phrase.toCharArray()) {
                place = grown(place, column(fold.applyAsInt(c), alphabet));
            }
            rows[place] = value;
        });
    }

    private static int column(int folded, int[] alphabet) {
        int index = Arrays.binarySearch(alphabet, folded);
        return index < 0 ? OTHER : FIRST + index;
    }

    private int grown(int place, int column) {
        if (rows[place + column] == NOWHERE) {
            rows[place + column] = rows.length;
            rows = Arrays.copyOf(rows, rows.length + width);
        }
        return rows[place + column];
    }

    /** The place where all phrases begin. */
    public int start() {
        return start;
    }

    /** The place behind one more character, which is one of Latin-1. */
    public int next(int place, char latin1) {
        return rows[place + columns[latin1]];
    }

    /** The value of the phrase that ends here; 0 when none does. */
    public int value(int place) {
        return rows[place];
    }
}
