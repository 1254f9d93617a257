package io.plumbline.sandbox.seed;

/** A seed that holds nothing to load; the message says what was looked for, where, and what would do. */
public final class SeedFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SeedFailedException(String message) {
        super(message);
    }

    SeedFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
