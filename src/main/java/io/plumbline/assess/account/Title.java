package io.plumbline.assess.account;

import java.util.Locale;

/**
 * A contact's title, made ready for many expressions to be looked for in it.
 *
 * @param folded see {@link NeededText#folded}
 * @param pairs see {@link #pairs(String)}
 * @param starts one bit for each character that begins a word, several characters to a bit
 * @param isAscii whether all of it is ASCII, where letters, digits and the underscore make words
 */
record Title(String text, String folded, long pairs, long starts, boolean isAscii) {

    static Title of(String text) {
        boolean isAscii = true;
        for (int i = 0; i < text.length() && isAscii; i++) {
            isAscii = text.charAt(i) < 0x80;
        }
        String folded = isAscii ? text.toLowerCase(Locale.ROOT) : NeededText.folded(text);
        long pairs = 0;
        long starts = 0;
        char before = 0;
        boolean withinWord = false;
        for (int i = 0; i < folded.length(); i++) {
            char character = folded.charAt(i);
            pairs |= i == 0 ? 0 : pair(before, character);
            starts |= withinWord ? 0 : bit(character);
            withinWord = Character.isLetterOrDigit(isAscii ? character : text.charAt(i));
            before = character;
        }
        return new Title(text, folded, pairs, starts, isAscii);
    }

    /**
     * One bit for each pair of neighbours that is there, several pairs to a bit: a text without a bit of another text does not
     * hold that text.
     */
    static long pairs(String folded) {
        long pairs = 0;
        for (int i = 1; i < folded.length(); i++) {
            pairs |= pair(folded.charAt(i - 1), folded.charAt(i));
        }
        return pairs;
    }

    private static long pair(char one, char next) {
        return 1L << 31 * one + next;
    }

    static long bit(char folded) {
        return 1L << folded;
    }

    /** Whether a word that stands at {@code from} to before {@code to} is part of no longer one; for ASCII only. */
    boolean isWhole(int from, int to) {
        return (from == 0 || !isWord(text.charAt(from - 1))) && (to == text.length() || !isWord(text.charAt(to)));
    }

    private static boolean isWord(char ascii) {
        return Character.isLetterOrDigit(ascii) || ascii == '_';
    }
}
