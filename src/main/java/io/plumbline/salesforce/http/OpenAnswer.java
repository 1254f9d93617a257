package io.plumbline.salesforce.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;

/** An answer whose head is here and whose body is still arriving. To be closed. */
public final class OpenAnswer implements AutoCloseable {

    private final URI asked;
    private final int status;
    private final HttpHeaders headers;
    private final InputStream body;

    /** @param body inflated and bounded; whatever stops it is a {@link NoAnswerException} */
    OpenAnswer(URI asked, int status, HttpHeaders headers, InputStream body) {
        this.asked = asked;
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    public int status() {
        return status;
    }

    public boolean successful() {
        return status >= 200 && status < 300;
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
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
                    status,
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
        return "HTTP " + status + " from " + asked.getHost();
    }
}
