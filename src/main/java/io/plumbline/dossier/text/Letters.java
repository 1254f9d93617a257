package io.plumbline.dossier.text;

/** What kind of character it is (model section 0). */
final class Letters {

    /** Bits of {@link #kind}. */
    static final int LETTER_OR_DIGIT = 1;

    static final int WHITE_SPACE = 2;

    /** The characters of Latin-1, in which most texts are written from begin to end. */
    static final int LATIN_1 = 0x100;

    private static final byte[] KINDS = kinds();

    private Letters() {}

    private static byte[] kinds() {
        byte[] kinds = new byte[LATIN_1];
        for (int c = 0; c < LATIN_1; c++) {
            kinds[c] = (byte) ((isLetterOrDigit(c) ? LETTER_OR_DIGIT : 0) | (WhiteSpace.is(c) ? WHITE_SPACE : 0));
        }
        return kinds;
    }

    /** The kind of a character of {@link #LATIN_1} in one look: a letter or digit, white space, or 0. */
    static int kind(int latin1) {
        return KINDS[latin1];
    }

    static boolean isLetterOrDigit(int character) {
        return Character.isLetter(character) || Character.isDigit(character);
    }

    static boolean isAscii(char letter) {
        return letter >= 'A' && letter <= 'Z' || letter >= 'a' && letter <= 'z';
    }

    /** Of a script that has no spaces between words: Thai, Lao, Khmer, Japanese, Chinese. */
    static boolean isWrittenWithoutSpaces(int character) {
        return character >= 0x0E00
                && (character <= 0x0EFF
                        || character >= 0x1780 && character <= 0x17FF
                        || character >= 0x3040 && character <= 0x30FF
                        || character >= 0x3400 && character <= 0x9FFF
                        || character >= 0xF900 && character <= 0xFAFF
                        || character >= 0x20000 && character <= 0x3FFFF);
    }
}
