package io.plumbline.salesforce.soap.page;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes that a page may have at a place. Its beginning, what follows and its end are compared as three numbers, which is all
 * of most tags: a loop over so few would cost more than they do.
 */
final class Tag {

    private final byte[] bytes;
    /** What counts of each word: all of it, unless the tag is shorter than one. */
    private final long mask;

    private final long first;
    private final long second;
    private final long last;
    private final int secondAt;
    private final int lastAt;
    private final boolean isLong;

    private Tag(byte[] bytes) {
        this.bytes = bytes;
        int missing = Math.max(0, Long.BYTES - bytes.length);
        byte[] padded = Arrays.copyOf(bytes, bytes.length + missing);
        mask = -1L >>> missing * Byte.SIZE;
        lastAt = padded.length - Long.BYTES;
        secondAt = Math.min(Long.BYTES, lastAt);
        first = Words.at(padded, 0);
        second = Words.at(padded, secondAt);
        last = Words.at(padded, lastAt);
        isLong = bytes.length > 3 * Long.BYTES;
    }

    /** @param text of 1 to {@link Words#SLACK} bytes */
    static Tag of(String text) {
        return new Tag(text.getBytes(StandardCharsets.UTF_8));
    }

    int length() {
        return bytes.length;
    }

    /** @param place at most where the page ends and its slack begins */
    boolean isAt(byte[] page, int place) {
        return (Words.at(page, place) & mask) == first
                && (Words.at(page, place + secondAt) & mask) == second
                && (Words.at(page, place + lastAt) & mask) == last
                && (!isLong || Arrays.equals(page, place, place + bytes.length, bytes, 0, bytes.length));
    }
}
