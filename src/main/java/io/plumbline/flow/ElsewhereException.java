package io.plumbline.flow;

import io.plumbline.writeback.lease.Taking;

/** Another instance works on the org; this one has nothing to do. */
public final class ElsewhereException extends RuntimeException {

    public ElsewhereException(Taking.Elsewhere elsewhere) {
        super("Another Plumbline (" + elsewhere.holder()
                + ") is at work on this org, and does what is to be done. Should it"
                + " have died, its lease ends in "
                + Math.max(1, elsewhere.left().toMinutes()) + " minutes at the latest, and the next sync takes over.");
    }
}
