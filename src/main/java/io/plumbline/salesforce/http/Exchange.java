package io.plumbline.salesforce.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;

/**
 * One request on a thread of its own, since a thread that reads from a socket hears no interrupt. Whoever asked waits here as
 * long as each stage may take (trap J8), and hangs up when it takes longer or nobody wants it any more.
 */
final class Exchange<T> implements Runnable {

    /** What is made of an answer, on the exchange's thread. */
    interface Taking<T> {

        /**
         * @param body as it came; when this returns, what is left of it is given up
         * @param expected how many bytes it will have; -1 when nobody knows
         * @param taken told as soon as the one who waits may go on; cancelled when nobody waits any more
         */
        void take(Head head, InputStream body, long expected, CompletableFuture<T> taken) throws IOException;
    }

    /**
     * @param allowed how long it may take
     * @param due by when it has to be over, of {@link System#nanoTime()}
     */
    private record Stage(boolean connecting, Duration allowed, long due) {}

    private final Line line;
    private final ClassicHttpRequest request;
    private final WireFailures failures;
    private final Taking<T> taking;
    private final CompletableFuture<T> taken = new CompletableFuture<>();
    private final long started = System.nanoTime();
    private volatile Stage stage;

    Exchange(Line line, ClassicHttpRequest request, WireFailures failures, Taking<T> taking) {
        this.line = line;
        this.request = request;
        this.failures = failures;
        this.taking = taking;
        this.stage = stage(true, failures.deadlines().connect());
    }

    private Stage stage(boolean connecting, Duration allowed) {
        long now = System.nanoTime();
        Duration total = failures.deadlines().total();
        long left = started + total.toNanos() - now;
        return allowed.toNanos() < left
                ? new Stage(connecting, allowed, now + allowed.toNanos())
                : new Stage(connecting, total, now + left);
    }

    @Override
    public void run() {
        try {
            ClassicHttpResponse answer = line.send(request, this::connected);
            stage = stage(false, failures.deadlines().total());
            long expected = answer.getEntity() == null ? 0 : answer.getEntity().getContentLength();
            taking.take(Head.of(answer), line.body(answer), expected, taken);
        } catch (IOException | RuntimeException | Error e) {
            taken.completeExceptionally(e);
        } finally {
            // What has not been read by now is not read only to keep the connection.
            line.hangUp();
        }
    }

    /** Whoever gave up before this was told that nothing was sent, and so it stays (trap F1). */
    private void connected() {
        stage = stage(false, failures.deadlines().firstByte());
        if (taken.isCancelled()) {
            throw new CancellationException();
        }
    }

    /** Until it is due, or until what comes after it could be. */
    private long untilLook(Stage waitedFor) {
        long left = waitedFor.due() - System.nanoTime();
        return waitedFor.connecting()
                ? Math.min(left, failures.deadlines().firstByte().toNanos())
                : left;
    }

    /**
     * Waits for it. What comes at the last moment is taken: whoever gives up must know that nobody else holds the answer.
     *
     * @param longest most bytes that the answer may have
     */
    T awaited(URI address, long longest) throws NoAnswerException {
        while (true) {
            Stage waitedFor = stage;
            try {
                return taken.get(untilLook(waitedFor), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (waitedFor == stage && waitedFor.due() - System.nanoTime() <= 0 && taken.cancel(false)) {
                    line.hangUp();
                    throw stage.connecting()
                            ? failures.whileConnecting(address, e)
                            : WireFailures.late(address, waitedFor.allowed(), e);
                }
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                Throwable cause = e.getCause() == null ? e : e.getCause();
                throw stage.connecting()
                        ? failures.whileConnecting(address, cause)
                        : failures.of(address, cause, longest);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                if (taken.cancel(false)) {
                    line.hangUp();
                    throw WireFailures.interrupted(address, e);
                }
            }
        }
    }
}
