package io.plumbline.dossier.text;

/**
 * Counts the words of a plain text in one pass (model section 0): a word begins with the first letter or digit since the
 * last white space; characters of scripts without spaces are counted apart.
 */
final class WordCount implements Pieces {

    /** So many characters are read between two looks whether there are enough words. */
    private static final int STRETCH = 64;

    /** Where they are read from, as an array takes fewer questions for each character than a text. */
    private final char[] stretch = new char[STRETCH];

    private final double enough;
    private int words;
    private int unspaced;

    /** 1 within a word, 0 before one: a number, so that the loop over the characters needs no branch. */
    private int within;

    /** @param enough words, after which it wants no more of the text */
    WordCount(double enough) {
        this.enough = enough;
    }

    /** The words, where so many characters of a script without spaces make one. */
    int words(double charactersPerWord) {
        return words + (unspaced == 0 ? 0 : (int) Math.ceil(unspaced / charactersPerWord));
    }

    @Override
    public boolean take(String text, int from, int to) {
        int next = from;
        while (next < to && words < enough) {
            int length = Math.min(to - next, STRETCH);
            text.getChars(next, next + length, stretch, 0);
            int taken = takeLatin(length);
            next += taken;
            if (taken < length) {
                takeAnyScript(text, next, to);
                next = to;
            }
        }
        return words < enough;
    }

    /** How many characters it took: all, or those before the first of another script. */
    private int takeLatin(int length) {
        int begun = 0;
        int inWord = within;
        int i = 0;
        for (; i < length; i++) {
            char c = stretch[i];
            if (c >= Letters.LATIN_1) {
                break;
            }
            int kind = Letters.kind(c);
            int isLetter = kind & Letters.LETTER_OR_DIGIT;
            begun += isLetter & ~inWord;
            inWord = (inWord | isLetter) & ~(kind >> 1);
        }
        words += begun;
        within = inWord;
        return i;
    }

    private void takeAnyScript(String text, int from, int to) {
        for (int i = from; i < to; ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            if (Letters.isWrittenWithoutSpaces(character)) {
                unspaced++;
                within = 0;
            } else if (WhiteSpace.is(character)) {
                within = 0;
            } else if (within == 0 && Letters.isLetterOrDigit(character)) {
                words++;
                within = 1;
            }
        }
    }
}
