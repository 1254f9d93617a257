package io.plumbline.salesforce.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;

/**
 * What came back, whole and as small as it came. It is inflated as often as somebody reads it, so that nobody has to keep
 * a large page only because it might be wanted again.
 */
public final class PackedAnswer {

    private final URI asked;
    private final Head head;
    private final GatheredBytes body;
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
            Head head,
            GatheredBytes body,
            long longest,
            Duration patience,
            Function<Throwable, NoAnswerException> words) {
        this.asked = asked;
        this.head = head;
        this.body = body;
        this.longest = longest;
        this.patience = patience;
        this.words = words;
    }

    public boolean successful() {
        return head.successful();
    }

    /** The body as plain bytes, from its beginning. Reading it fails with {@link NoAnswerException} only. */
    public InputStream plain() {
        InputStream plain = head.gzip() ? new InflatedBody(body.read()) : body.read();
        return new WatchedBody(plain, longest, System.nanoTime() + patience.toNanos(), words);
    }

    /** @throws NoAnswerException when the body cannot be inflated, or is too long then */
    public HttpAnswer whole() throws NoAnswerException {
        try (InputStream plain = plain()) {
            return new HttpAnswer(
                    asked,
                    head.status(),
                    head.header("Content-Type").orElse(""),
                    head.header("Location").orElse(""),
                    plain.readAllBytes());
        } catch (NoAnswerException e) {
            throw e;
        } catch (IOException impossible) {
            throw new IllegalStateException("The body tells failures as NoAnswerException", impossible);
        }
    }

    @Override
    public String toString() {
        return head + " from " + asked.getHost();
    }
}
