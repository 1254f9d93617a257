package io.plumbline.salesforce.call;

/** Bytes that are to be text are none in UTF-8 (trap E8). */
public final class NotUtf8Exception extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    NotUtf8Exception(Throwable cause) {
        super("it is not UTF-8 text", cause);
    }
}
