package io.plumbline.assess.account;

/**
 * A contact's title, made ready for many expressions to be looked for in it.
 *
 * @param folded see {@link NeededText#folded}
 * @param letters see {@link #letters(String)}
 */
record Title(String text, String folded, long letters) {

    static Title of(String text) {
        String folded = NeededText.folded(text);
        return new Title(text, folded, letters(folded));
    }

    /** One bit for each character that is there, several characters to a bit: a text without a bit is without the character. */
    static long letters(String folded) {
        long letters = 0;
        for (int i = 0; i < folded.length(); i++) {
            letters |= 1L << folded.charAt(i);
        }
        return letters;
    }
}
