package io.plumbline.dossier.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word of a text, in lower case and without punctuation around it.
 *
 * <p>Of scripts written without spaces nobody can tell the words without a dictionary, so each character stands for itself
 * and counts as a part of a word.
 *
 * @param share 1, or for such a character the part of a word that it counts as
 */
public record Word(String text, double share) {

    /**
     * The words of a plain text in their order.
     *
     * @param charactersPerWord how many characters of a script without spaces count as one word
     */
    public static List<Word> of(String plainText, double charactersPerWord) {
        String plain = plainText.toLowerCase(Locale.ROOT);
        List<Word> words = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < plain.length(); ) {
            int character = plain.codePointAt(at);
            int next = at + Character.charCount(character);
            boolean standsAlone = Letters.isWrittenWithoutSpaces(character);
            if (standsAlone || WhiteSpace.is(character)) {
                spaced(plain, start, at, words);
                start = next;
            }
            if (standsAlone) {
                words.add(new Word(plain.substring(at, next), 1 / charactersPerWord));
            }
            at = next;
        }
        spaced(plain, start, plain.length(), words);
        return words;
    }

    private static void spaced(String plain, int from, int to, List<Word> words) {
        int start = from;
        int end = to;
        while (start < end && !Letters.isLetterOrDigit(plain.codePointAt(start))) {
            start += Character.charCount(plain.codePointAt(start));
        }
        while (end > start && !Letters.isLetterOrDigit(plain.codePointBefore(end))) {
            end -= Character.charCount(plain.codePointBefore(end));
        }
        if (start < end) {
            words.add(new Word(plain.substring(start, end), 1));
        }
    }
}
