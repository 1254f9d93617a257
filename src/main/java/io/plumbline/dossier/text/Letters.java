package io.plumbline.dossier.text;

/** What kind of character it is (model section 0). */
final class Letters {

    private Letters() {}

    static boolean isLetterOrDigit(int character) {
        return Character.isLetter(character) || Character.isDigit(character);
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
