package io.plumbline.salesforce.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A body that is read while it arrives. It does not wait for ever for the next part (trap J8), and an interrupt ends the wait. */
final class StreamedBody extends InputStream {

    private final Pipe pipe;
    private final Duration patience;
    private final long deadlineNanos;
    private final Runnable hangUp;

    /**
     * @param patience how long the next part may take
     * @param deadlineNanos of {@link System#nanoTime()}, by which all of it has to be here
     * @param hangUp ends the exchange, unless it is over
     */
    StreamedBody(Pipe pipe, Duration patience, long deadlineNanos, Runnable hangUp) {
        this.pipe = pipe;
        this.patience = patience;
        this.deadlineNanos = deadlineNanos;
        this.hangUp = hangUp;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        if (most == 0) {
            return 0;
        }
        try {
            int count = pipe.drain(into, from, most, Math.min(patience.toNanos(), deadlineNanos - System.nanoTime()));
            if (count == 0) {
                throw new SocketTimeoutException("nothing came for " + patience);
            }
            return count;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    /** Ends the exchange; what has not arrived is not wanted any more. */
    @Override
    public void close() {
        pipe.close();
        hangUp.run();
    }
}
