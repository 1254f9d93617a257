package io.plumbline.extract.reading;

/** The characters of an Id as digits, in the order in which SOQL compares them. */
final class Base62 {

    static final int BASE = 62;

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private Base62() {}

    /** @param character a letter or a digit */
    static int digit(char character) {
        if (character <= '9') {
            return character - '0';
        }
        return character <= 'Z' ? character - 'A' + 10 : character - 'a' + 36;
    }

    static char character(int digit) {
        return DIGITS.charAt(digit);
    }
}
