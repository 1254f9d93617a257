package io.plumbline.writeback.lease;

import java.time.Duration;

/** How asking for the lease of an org went. */
public sealed interface Taking {

    /** The org is ours until the lease is released, or lost. */
    record Taken(Lease lease) implements Taking {}

    /**
     * Another instance works on the org.
     *
     * @param holder which one, in words that people recognise
     * @param left until the org may be taken from it, should it give no more sign of life
     */
    record Elsewhere(String holder, Duration left) implements Taking {}
}
