package io.plumbline.sandbox.http;

import java.io.IOException;

/** A request body that inflates past the limit. */
final class TooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    TooLargeException(long limit) {
        super("the request body is larger than " + limit + " bytes");
    }
}
