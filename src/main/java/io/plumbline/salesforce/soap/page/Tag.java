package io.plumbline.salesforce.soap.page;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that a page may have at a place, compared eight at a time. */
final class Tag {

    private final long[] words;
    /** What counts of the last word. */
    private final long mask;

    private final int length;

    private Tag(byte[] bytes) {
        int last = (bytes.length - 1) / Long.BYTES;
        byte[] padded = Arrays.copyOf(bytes, (last + 1) * Long.BYTES);
        words = new long[last + 1];
        for (int i = 0; i <= last; i++) {
            words[i] = Words.at(padded, i * Long.BYTES);
        }
        mask = -1L >>> (padded.length - bytes.length) * Byte.SIZE;
        length = bytes.length;
    }

    /** @param text at least one character */
    static Tag of(String text) {
        return new Tag(text.getBytes(StandardCharsets.UTF_8));
    }

    int length() {
        return length;
    }

    /** Reads on only while all before was the same. */
    boolean isAt(byte[] page, int place) {
        int last = words.length - 1;
        for (int i = 0; i < last; i++) {
            if (Words.at(page, place + i * Long.BYTES) != words[i]) {
                return false;
            }
        }
        return (Words.at(page, place + last * Long.BYTES) & mask) == words[last];
    }
}
