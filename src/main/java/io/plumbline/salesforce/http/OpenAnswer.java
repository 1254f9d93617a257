package io.plumbline.salesforce.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;

/** An answer whose head is here and whose body is still arriving. To be closed. */
public final class OpenAnswer implements AutoCloseable {

    private final URI asked;
    private final Head head;
    private final InputStream body;

    /** @param body inflated and bounded; whatever stops it is a {@link NoAnswerException} */
    OpenAnswer(URI asked, Head head, InputStream body) {
        this.asked = asked;
        this.head = head;
        this.body = body;
    }

    public int status() {
        return head.status();
    }

    public boolean successful() {
        return head.successful();
    }

    public Optional<String> header(String name) {
        return head.header(name);
    }

    /** The body as plain bytes. Reading it fails with {@link NoAnswerException} when it does not come whole. */
    public InputStream body() {
        return body;
    }

    /** The rest of it, for answers that are known to be short. */
    public HttpAnswer whole() throws NoAnswerException {
        try {
            return new HttpAnswer(
                    asked,
                    head.status(),
                    header("Content-Type").orElse(""),
                    header("Location").orElse(""),
                    body.readAllBytes());
        } catch (NoAnswerException e) {
            throw e;
        } catch (IOException impossible) {
            throw new IllegalStateException("The body tells failures as NoAnswerException", impossible);
        }
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException alreadyGone) {
            // Nothing more is wanted of it.
        }
    }

    @Override
    public String toString() {
        return head + " from " + asked.getHost();
    }
}
