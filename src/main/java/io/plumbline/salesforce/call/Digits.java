package io.plumbline.salesforce.call;

/** Numbers of fixed length where their bytes lie. */
final class Digits {

    private Digits() {}

    /** Negative when one of the two bytes is no digit. */
    static int two(byte[] buffer, int at) {
        int tens = buffer[at] - '0';
        int ones = buffer[at + 1] - '0';
        return (tens | ones | 9 - tens | 9 - ones) < 0 ? -1 : tens * 10 + ones;
    }
}
