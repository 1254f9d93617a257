package io.plumbline.salesforce.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Posts to Salesforce, once: no redirect is followed (trap J10) and no request is ever sent a second time behind the
 * caller's back (trap F2). Safe for use by many threads. Counts what it sends.
 */
public final class SalesforceHttp {

    private static final int LONGEST_ANSWER = 64 * 1024 * 1024;

    private final HttpClient client;
    private final Deadlines deadlines;
    private final int longestAnswer;
    private final AtomicLong sent;
    private final WireFailures failures;

    public SalesforceHttp(Deadlines deadlines) {
        this(deadlines, LONGEST_ANSWER);
    }

    /** @param longestAnswer most bytes of an answer, inflated (trap L3) */
    public SalesforceHttp(Deadlines deadlines, int longestAnswer) {
        this(client(deadlines, null).build(), deadlines, longestAnswer, new AtomicLong());
    }

    /** @param proxy on the way; null for none */
    public SalesforceHttp(Deadlines deadlines, @Nullable HttpProxy proxy) {
        this(client(deadlines, proxy).build(), deadlines, LONGEST_ANSWER, new AtomicLong());
    }

    /** One that trusts other certificates than this Java does. */
    SalesforceHttp(Deadlines deadlines, HttpProxy proxy, SSLContext trust) {
        this(client(deadlines, proxy).sslContext(trust).build(), deadlines, LONGEST_ANSWER, new AtomicLong());
    }

    private static HttpClient.Builder client(Deadlines deadlines, @Nullable HttpProxy proxy) {
        HttpClient.Builder client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(deadlines.connect());
        if (proxy != null) {
            proxy.use(client);
        }
        return client;
    }

    private SalesforceHttp(HttpClient client, Deadlines deadlines, int longestAnswer, AtomicLong sent) {
        this.client = client;
        this.deadlines = deadlines;
        this.longestAnswer = longestAnswer;
        this.sent = sent;
        this.failures = new WireFailures(deadlines);
    }

    /** The same with less patience where these deadlines are shorter; what it sends is counted here, too. */
    public SalesforceHttp within(Deadlines shorter) {
        return new SalesforceHttp(
                client,
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
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(deadlines.firstByte())
                .header("Accept-Encoding", "gzip")
                .header("Cache-Control", "no-store");
        headers.forEach(request::setHeader);
        byte[] wire = body;
        if (compressed) {
            wire = deflated(body);
            request.setHeader("Content-Encoding", "gzip");
        }
        request.POST(HttpRequest.BodyPublishers.ofByteArray(wire));
        sent.incrementAndGet();
        HttpResponse<GatheredBytes> response = awaited(address, client.sendAsync(request.build(), this::body));
        return new PackedAnswer(
                address,
                response,
                longestAnswer,
                deadlines.total(),
                cause -> failures.of(address, cause, longestAnswer));
    }

    /**
     * Sends one request and gives its answer as soon as its head is here, whatever its status. The body is inflated
     * while it is read; between two parts of it no more time may pass than until the first one.
     *
     * @throws NoAnswerException when none came; it says whether the request may have been carried out
     */
    public OpenAnswer open(StreamCall call) throws NoAnswerException {
        URI address = call.address();
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(deadlines.firstByte())
                .header("Accept-Encoding", "gzip")
                .header("Cache-Control", "no-store")
                .method(call.method(), call.body());
        call.headers().forEach(request::setHeader);
        sent.incrementAndGet();
        long deadline = System.nanoTime() + call.total().toNanos();
        HttpResponse<InputStream> response =
                awaited(address, client.sendAsync(request.build(), info -> new StreamedBody(deadlines.firstByte())));
        InputStream plain = isGzip(response.headers()) ? new InflatedBody(response.body()) : response.body();
        return new OpenAnswer(
                address,
                response.statusCode(),
                response.headers(),
                new WatchedBody(plain, call.longest(), deadline, cause -> failures.of(address, cause, call.longest())));
    }

    private HttpResponse.BodySubscriber<GatheredBytes> body(HttpResponse.ResponseInfo info) {
        return new BoundedBody(
                longestAnswer, info.headers().firstValueAsLong("Content-Length").orElse(0));
    }

    private <T> HttpResponse<T> awaited(URI address, CompletableFuture<HttpResponse<T>> coming)
            throws NoAnswerException {
        try {
            return coming.get(deadlines.total().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failures.of(address, e.getCause() == null ? e : e.getCause(), longestAnswer);
        } catch (TimeoutException e) {
            coming.cancel(true);
            throw WireFailures.late(address, deadlines.total(), e);
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw WireFailures.interrupted(address, e);
        }
    }

    static boolean isGzip(HttpHeaders headers) {
        return headers.firstValue("Content-Encoding")
                .filter("gzip"::equalsIgnoreCase)
                .isPresent();
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
