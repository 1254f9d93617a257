package io.plumbline.salesforce.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.function.Function;

/** Watches what is read: no more bytes than may be (trap L3), no longer than it may take, failures in our own words. */
final class WatchedBody extends FilterInputStream {

    private final long atMost;
    private final long deadlineNanos;
    private final Function<Throwable, NoAnswerException> words;
    private long read;

    /**
     * @param in the plain bytes
     * @param deadlineNanos of {@link System#nanoTime()}
     * @param words what a failure is told as
     */
    WatchedBody(InputStream in, long atMost, long deadlineNanos, Function<Throwable, NoAnswerException> words) {
        super(in);
        this.atMost = atMost;
        this.deadlineNanos = deadlineNanos;
        this.words = words;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int count;
        try {
            count = in.read(into, from, most);
        } catch (IOException e) {
            throw words.apply(e.getCause() == null ? e : e.getCause());
        }
        read += Math.max(0, count);
        if (read > atMost) {
            throw words.apply(new TooLongException(atMost));
        }
        if (System.nanoTime() - deadlineNanos > 0) {
            throw words.apply(new SocketTimeoutException("the whole answer took too long"));
        }
        return count;
    }
}
