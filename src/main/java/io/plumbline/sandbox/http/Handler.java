package io.plumbline.sandbox.http;

/** Answers requests. Called by many threads at once. */
@FunctionalInterface
public interface Handler {

    /** The answer to one request; what it throws reaches the caller as a bare status 500. */
    Response answer(Request request);
}
