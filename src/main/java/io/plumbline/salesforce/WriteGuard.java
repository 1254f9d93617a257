package io.plumbline.salesforce;

/**
 * Asked whether writing may go on: right before each call that changes something in the org, and each time that a job
 * which does is looked at. A bulk job may take two hours, in which much can happen to whoever sent it.
 */
@FunctionalInterface
public interface WriteGuard {

    /** Nobody minds. */
    WriteGuard NONE = () -> {};

    /** Returns when it may; what it throws ends the writing, and a job under way is stopped. */
    void check();
}
