package io.plumbline.ops.start;

/** A command that cannot be carried out as given; the message says why and what to give instead. */
public final class RefusedCommandException extends RuntimeException {

    public RefusedCommandException(String message) {
        super(message);
    }
}
