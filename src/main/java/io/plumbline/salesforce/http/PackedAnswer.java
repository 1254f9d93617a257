package io.plumbline.salesforce.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;

/**
 * What came back, whole and as small as it came. It is inflated as often as somebody reads it, so that nobody has to keep
 * a large page only because it might be wanted again.
 */
public final class PackedAnswer {

    private final URI asked;
    private final HttpResponse<GatheredBytes> response;
    private final long longest;
    private final Duration patience;
    private final Function<Throwable, NoAnswerException> words;

    /**
     * @param longest most bytes of the body, inflated (trap L3)
     * @param patience how long reading it may take
     * @param words what a body that cannot be inflated is told as
     */
    PackedAnswer(
            URI asked,
            HttpResponse<GatheredBytes> response,
            long longest,
            Duration patience,
            Function<Throwable, NoAnswerException> words) {
        this.asked = asked;
        this.response = response;
        this.longest = longest;
        this.patience = patience;
        this.words = words;
    }

    public boolean successful() {
        return response.statusCode() >= 200 && response.statusCode() < 300;
    }

    /** The body as plain bytes, from its beginning. Reading it fails with {@link NoAnswerException} only. */
    public InputStream plain() {
        // What a proxy says instead of opening a tunnel comes without a body.
        InputStream packed = Objects.requireNonNullElseGet(response.body(), () -> new GatheredBytes(0))
                .read();
        InputStream plain = SalesforceHttp.isGzip(response.headers()) ? new InflatedBody(packed) : packed;
        return new WatchedBody(plain, longest, System.nanoTime() + patience.toNanos(), words);
    }

    /** @throws NoAnswerException when the body cannot be inflated, or is too long then */
    public HttpAnswer whole() throws NoAnswerException {
        try (InputStream plain = plain()) {
            return new HttpAnswer(
                    asked,
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.headers().firstValue("Location").orElse(""),
                    plain.readAllBytes());
        } catch (NoAnswerException e) {
            throw e;
        } catch (IOException impossible) {
            throw new IllegalStateException("The body tells failures as NoAnswerException", impossible);
        }
    }

    @Override
    public String toString() {
        return "HTTP " + response.statusCode() + " from " + asked.getHost();
    }
}
