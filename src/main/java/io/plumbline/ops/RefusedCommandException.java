package io.plumbline.ops;

/** A command that cannot be carried out as given; the message says why and what to give instead. */
final class RefusedCommandException extends RuntimeException {

    RefusedCommandException(String message) {
        super(message);
    }
}
