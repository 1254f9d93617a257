package io.plumbline.salesforce.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A body that is read while it arrives, one part in memory at a time. Unlike the JDK's own stream it does not wait for
 * ever for the next part (trap J8).
 */
final class StreamedBody extends InputStream implements BodySubscriber<InputStream> {

    private static final Part END = new Part(ByteBuffer.allocate(0), null);

    /** Bytes, or why there are no more. */
    private record Part(ByteBuffer bytes, @Nullable Throwable broken) {}

    private final Duration patience;
    private final BlockingQueue<Part> arrived = new LinkedBlockingQueue<>();
    private Part current = new Part(ByteBuffer.allocate(0), null);
    private volatile Flow.@Nullable Subscription subscription;

    /** @param patience how long the next part may take */
    StreamedBody(Duration patience) {
        this.patience = patience;
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        subscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        parts.forEach(part -> arrived.add(new Part(part, null)));
    }

    @Override
    public void onError(Throwable broken) {
        arrived.add(new Part(ByteBuffer.allocate(0), broken));
    }

    @Override
    public void onComplete() {
        arrived.add(END);
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
        while (!current.bytes().hasRemaining()) {
            if (current == END) {
                return -1;
            }
            current = next();
        }
        int taken = Math.min(most, current.bytes().remaining());
        current.bytes().get(into, from, taken);
        return taken;
    }

    private Part next() throws IOException {
        Part part = arrived.poll();
        if (part == null) {
            Flow.Subscription source = subscription;
            if (source != null) {
                source.request(1);
            }
            part = awaited();
        }
        if (part.broken() != null) {
            throw new IOException(part.broken());
        }
        return part;
    }

    private Part awaited() throws IOException {
        try {
            Part part = arrived.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (part == null) {
                throw new HttpTimeoutException("nothing came for " + patience);
            }
            return part;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    /** Ends the exchange; what has not arrived is not wanted any more. */
    @Override
    public void close() {
        Flow.Subscription source = subscription;
        if (source != null) {
            source.cancel();
        }
    }
}
