package io.plumbline.dossier.text;

import java.util.Locale;

/**
 * Gathers the core of a plain text (model section 0): lower case, without what is neither letter nor digit at both ends,
 * inner white space as one space. No more of it than asked for, as most texts are far longer than what they are compared with.
 */
final class Core implements Pieces {

    private final int most;
    private final StringBuilder gathered = new StringBuilder();
    private boolean afterSpace;
    private int length;
    private int end;

    /** @param most so many characters and one more are enough to know that the text is longer */
    Core(int most) {
        this.most = most;
    }

    static Core of(String text, int most) {
        Core core = new Core(most);
        Markup.read(text, core);
        return core;
    }

    boolean isBlank() {
        return end == 0;
    }

    /** Whether the core has more characters than were asked for. */
    boolean isLonger() {
        return end > most;
    }

    /** The core, or what was gathered of it when it {@link #isLonger}. */
    String text() {
        return gathered.substring(0, Math.min(end, gathered.length())).toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean take(String text, int from, int to) {
        for (int i = from; i < to && end <= most; ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            boolean isSpace = WhiteSpace.is(character);
            boolean isLetter = !isSpace && Letters.isLetterOrDigit(character);
            if (isLetter || end > 0 && !(isSpace && afterSpace)) {
                gather(isSpace ? ' ' : character);
                end = isLetter ? length : end;
                afterSpace = isSpace;
            }
        }
        return end <= most;
    }

    private void gather(int character) {
        length += Character.charCount(character);
        if (gathered.length() <= most) {
            gathered.appendCodePoint(character);
        }
    }
}
