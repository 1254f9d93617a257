package io.plumbline.salesforce.soap.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The part of a page that is being read. It moves on over pages of any size in an array of its own, which grows only where a
 * single record is longer; so that a page costs no memory, and what was just inflated is read while it is near.
 */
final class PageWindow {

    private static final int SIZE = 64 * 1024;

    private byte[] bytes = new byte[SIZE + Words.SLACK];
    private int from;
    private int to;
    private InputStream page = InputStream.nullInputStream();

    /** What was left of another page is forgotten. */
    void open(InputStream another) {
        page = another;
        from = 0;
        to = 0;
    }

    /** Goes on for {@link Words#SLACK} bytes behind its end at least; another one after {@link #more}. */
    byte[] bytes() {
        return bytes;
    }

    /** The first byte that is not done with. */
    int from() {
        return from;
    }

    /** Behind the last byte that is here. */
    int to() {
        return to;
    }

    void done(int before) {
        from = before;
    }

    /** What is not done with before this place, which is done with now. */
    String taken(int before) {
        String text = new String(bytes, from, before - from, StandardCharsets.UTF_8);
        from = before;
        return text;
    }

    /** Forgets what is done with and reads on; whether anything came. */
    boolean more() throws IOException {
        System.arraycopy(bytes, from, bytes, 0, to - from);
        to -= from;
        from = 0;
        if (to > bytes.length / 2) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        int count = page.read(bytes, to, bytes.length - Words.SLACK - to);
        to += Math.max(0, count);
        return count > 0;
    }

    /** Where these bytes are first; negative when they are not here. */
    int first(byte[] what) {
        for (int place = from; place <= to - what.length; place++) {
            if (isAt(what, place)) {
                return place;
            }
        }
        return -1;
    }

    /** Where these bytes are last; negative when they are not here. */
    int last(byte[] what) {
        for (int place = to - what.length; place >= from; place--) {
            if (isAt(what, place)) {
                return place;
            }
        }
        return -1;
    }

    private boolean isAt(byte[] what, int place) {
        return bytes[place] == what[0] && Arrays.equals(bytes, place, place + what.length, what, 0, what.length);
    }
}
