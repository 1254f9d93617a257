package io.plumbline.salesforce.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * Posts to Salesforce, once: no redirect is followed (trap J10) and no request is ever sent a second time behind the
 * caller's back (trap F2). Safe for use by many threads. Counts what it sends.
 */
public final class SalesforceHttp {

    private static final int LONGEST_ANSWER = 64 * 1024 * 1024;

    private final HttpWire wire;
    private final Deadlines deadlines;
    private final int longestAnswer;
    private final AtomicLong sent;
    private final WireFailures failures;

    public SalesforceHttp(Deadlines deadlines) {
        this(deadlines, LONGEST_ANSWER);
    }

    /** @param longestAnswer most bytes of an answer, inflated (trap L3) */
    public SalesforceHttp(Deadlines deadlines, int longestAnswer) {
        this(new HttpWire(deadlines, null, SSLContext::getDefault), deadlines, longestAnswer, new AtomicLong());
    }

    /** @param proxy on the way; null for none */
    public SalesforceHttp(Deadlines deadlines, @Nullable HttpProxy proxy) {
        this(new HttpWire(deadlines, proxy, SSLContext::getDefault), deadlines, LONGEST_ANSWER, new AtomicLong());
    }

    /** One that trusts other certificates than this Java does. */
    SalesforceHttp(Deadlines deadlines, @Nullable HttpProxy proxy, SSLContext trust) {
        this(new HttpWire(deadlines, proxy, () -> trust), deadlines, LONGEST_ANSWER, new AtomicLong());
    }

    private SalesforceHttp(HttpWire wire, Deadlines deadlines, int longestAnswer, AtomicLong sent) {
        this.wire = wire;
        this.deadlines = deadlines;
        this.longestAnswer = longestAnswer;
        this.sent = sent;
        this.failures = new WireFailures(deadlines);
    }

    /** The same with less patience where these deadlines are shorter; what it sends is counted here, too. */
    public SalesforceHttp within(Deadlines shorter) {
        return new SalesforceHttp(
                wire,
                new Deadlines(
                        deadlines.connect(),
                        least(deadlines.firstByte(), shorter.firstByte()),
                        least(deadlines.total(), shorter.total())),
                longestAnswer,
                sent);
    }

    /** How many requests were sent or tried. */
    public long sent() {
        return sent.get();
    }

    /**
     * Sends one request and waits for its whole answer, whatever its status.
     *
     * @throws NoAnswerException when no whole answer came; it says whether the request may have been carried out
     */
    public HttpAnswer post(URI address, Map<String, String> headers, byte[] body, boolean compressed)
            throws NoAnswerException {
        return packed(address, headers, body, compressed).whole();
    }

    /**
     * The same, with the answer as it came: not inflated yet, and not known to be what it says it is.
     *
     * @throws NoAnswerException when no whole answer came; it says whether the request may have been carried out
     */
    public PackedAnswer packed(URI address, Map<String, String> headers, byte[] body, boolean compressed)
            throws NoAnswerException {
        ClassicHttpRequest request = request("POST", address, headers);
        byte[] packed = body;
        if (compressed) {
            packed = deflated(body);
            request.setHeader("Content-Encoding", "gzip");
        }
        request.setEntity(new PartsEntity(List.of(packed)));
        Exchange<PackedAnswer> exchange = exchange(
                wire.line(address),
                request,
                (head, answer, expected, taken) -> taken.complete(packed(address, head, answer, expected)));
        return exchange.awaited(address, longestAnswer);
    }

    /**
     * Sends one request and gives its answer as soon as its head is here, whatever its status. The body is inflated
     * while it is read; between two parts of it no more time may pass than until the first one.
     *
     * @throws NoAnswerException when none came; it says whether the request may have been carried out
     */
    public OpenAnswer open(StreamCall call) throws NoAnswerException {
        URI address = call.address();
        ClassicHttpRequest request = request(call.method(), address, call.headers());
        if (!call.body().isEmpty()) {
            request.setEntity(new PartsEntity(call.body()));
        }
        long deadline = System.nanoTime() + call.total().toNanos();
        Line line = wire.line(address);
        Exchange<OpenAnswer> exchange = exchange(line, request, (head, body, expected, taken) -> {
            Pipe pipe = new Pipe();
            InputStream streamed = new StreamedBody(pipe, deadlines.firstByte(), deadline, line::hangUp);
            InputStream plain = head.gzip() ? new InflatedBody(streamed) : streamed;
            boolean wanted = taken.complete(new OpenAnswer(
                    address,
                    head,
                    new WatchedBody(
                            plain, call.longest(), deadline, cause -> failures.of(address, cause, call.longest()))));
            if (wanted) {
                pipe.fillFrom(body);
            }
        });
        return exchange.awaited(address, call.longest());
    }

    private PackedAnswer packed(URI address, Head head, InputStream body, long expected) throws IOException {
        return new PackedAnswer(
                address,
                head,
                GatheredBytes.of(body, expected, longestAnswer),
                longestAnswer,
                deadlines.total(),
                cause -> failures.of(address, cause, longestAnswer));
    }

    private <T> Exchange<T> exchange(Line line, ClassicHttpRequest request, Exchange.Taking<T> taking) {
        sent.incrementAndGet();
        Exchange<T> exchange = new Exchange<>(line, request, failures, taking);
        wire.start(exchange);
        return exchange;
    }

    private static ClassicHttpRequest request(String method, URI address, Map<String, String> headers) {
        ClassicHttpRequest request = new BasicClassicHttpRequest(method, address);
        request.setHeader("Accept-Encoding", "gzip");
        request.setHeader("Cache-Control", "no-store");
        headers.forEach(request::setHeader);
        return request;
    }

    /** Quickly rather than as small as can be: the last tenth of the bytes would take most of the time. */
    private static byte[] deflated(byte[] body) {
        ByteArrayOutputStream small = new ByteArrayOutputStream(body.length / 4 + 64);
        try (GZIPOutputStream out = new QuickGzip(small)) {
            out.write(body);
        } catch (IOException impossibleInMemory) {
            throw new IllegalStateException(impossibleInMemory);
        }
        return small.toByteArray();
    }

    private static final class QuickGzip extends GZIPOutputStream {

        QuickGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
