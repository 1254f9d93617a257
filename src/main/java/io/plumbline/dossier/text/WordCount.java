package io.plumbline.dossier.text;

/**
 * Counts the words of a plain text in one pass (model section 0): a word begins with the first letter or digit since the
 * last white space; characters of scripts without spaces are counted apart.
 */
final class WordCount implements Pieces {

    private int words;
    private int unspaced;

    /** 1 within a word, 0 before one: a number, so that the loop over the characters needs no branch. */
    private int within;

    /** The words, where so many characters of a script without spaces make one. */
    int words(double charactersPerWord) {
        return words + (unspaced == 0 ? 0 : (int) Math.ceil(unspaced / charactersPerWord));
    }

    @Override
    public boolean take(String text, int from, int to) {
        int begun = 0;
        int inWord = within;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c >= Letters.LATIN_1) {
                words += begun;
                within = inWord;
                takeAnyScript(text, i, to);
                return true;
            }
            int kind = Letters.kind(c);
            int isLetter = kind & Letters.LETTER_OR_DIGIT;
            begun += isLetter & ~inWord;
            inWord = (inWord | isLetter) & ~(kind >> 1);
        }
        words += begun;
        within = inWord;
        return true;
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
