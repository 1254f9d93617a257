package io.plumbline.writeback.lease;

import io.plumbline.crm.RecordId;

/** This instance held the lease of an org and does no more; what it was about to do was not done. */
public final class LeaseLostException extends RuntimeException {

    LeaseLostException(RecordId org) {
        super("Another Plumbline took over the work on org " + org
                + ", because this one gave no sign of life for too long (a paused machine, a database out of reach)."
                + " Nothing was sent since; the other one does the work.");
    }
}
