package io.plumbline.salesforce.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Bytes put one behind the other. */
final class GatheredBytes {

    private static final int LEAST = 8 * 1024;

    /** What a header says of the length is believed up to here; what is longer has to come first. */
    private static final int MOST_AHEAD = 1024 * 1024;

    private byte[] bytes;
    private int length;

    /** @param expected how many will come, as far as anybody knows */
    GatheredBytes(long expected) {
        bytes = new byte[(int) Math.max(LEAST, Math.min(expected, MOST_AHEAD))];
    }

    void take(ByteBuffer part) {
        int from = length;
        length = from + part.remaining();
        if (length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length, 2 * bytes.length));
        }
        part.get(bytes, from, length - from);
    }

    int length() {
        return length;
    }

    InputStream read() {
        return new ByteArrayInputStream(bytes, 0, length);
    }
}
