package io.plumbline.sandbox.http;

/** A request body that is no JSON; the message says what the parser met. */
public final class MalformedJsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedJsonException(String message, Throwable cause) {
        super(message, cause);
    }
}
