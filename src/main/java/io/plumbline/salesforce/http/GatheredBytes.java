package io.plumbline.salesforce.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A whole body as it came. */
final class GatheredBytes {

    private static final int LEAST = 8 * 1024;

    /** What a header says of the length is believed up to here; what is longer has to come first. */
    private static final int MOST_AHEAD = 1024 * 1024;

    private final byte[] bytes;
    private final int length;

    private GatheredBytes(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
    }

    /**
     * Reads it to its end, straight to where it stays, and gives up as soon as it is longer than it may be.
     *
     * @param expected how long it will be, as far as anybody knows; -1 when nobody does
     */
    static GatheredBytes of(InputStream body, long expected, int atMost) throws IOException {
        // One byte more than is expected, so that its end is met without room for another part.
        byte[] bytes = new byte[(int) Math.max(LEAST, Math.min(expected + 1, MOST_AHEAD))];
        int length = 0;
        int count = body.read(bytes);
        while (count >= 0) {
            length += count;
            if (length > atMost) {
                throw new TooLongException(atMost);
            }
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * length);
            }
            count = body.read(bytes, length, bytes.length - length);
        }
        return new GatheredBytes(bytes, length);
    }

    InputStream read() {
        return new ByteArrayInputStream(bytes, 0, length);
    }
}
