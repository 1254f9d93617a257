package io.plumbline.dossier.text;

/** Unicode's White_Space, which unlike {@link Character#isWhitespace} holds no-break spaces (model section 0). */
public final class WhiteSpace {

    private WhiteSpace() {}

    public static boolean is(int character) {
        if (character < 0x85) {
            return character == ' ' || character >= 0x09 && character <= 0x0D;
        }
        return character == 0x85
                || character == 0xA0
                || character == 0x1680
                || character >= 0x2000 && character <= 0x200A
                || character == 0x2028
                || character == 0x2029
                || character == 0x202F
                || character == 0x205F
                || character == 0x3000;
    }
}
