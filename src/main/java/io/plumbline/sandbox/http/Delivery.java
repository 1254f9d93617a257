package io.plumbline.sandbox.http;

/** How an answer travels: whole, cut in the middle, or not at all. */
public sealed interface Delivery {

    /** All bytes arrive. */
    record Whole() implements Delivery {}

    /** The connection closes without a single byte of an answer. */
    record Nothing() implements Delivery {}

    /**
     * The full length is announced and the connection closes early.
     *
     * @param bytes how many bytes of the body, as sent, still arrive
     */
    record Cut(int bytes) implements Delivery {}

    static Delivery whole() {
        return new Whole();
    }

    static Delivery nothing() {
        return new Nothing();
    }

    static Delivery cutAfter(int bytes) {
        return new Cut(bytes);
    }
}
