package io.plumbline.flow.checking;

import io.plumbline.writeback.lease.Lease;
import io.plumbline.writeback.lease.LeaseLostException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * An org that this instance holds: while a run reads and judges, which can take longer than a lease, signs of life are
 * given from beside it.
 */
public final class HeldOrg implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HeldOrg.class);

    private final Lease lease;
    private final Thread beats;

    private HeldOrg(Lease lease) {
        this.lease = lease;
        this.beats = Thread.ofVirtual().name("lease-" + lease.org()).unstarted(this::beat);
    }

    static HeldOrg of(Lease lease) {
        HeldOrg held = new HeldOrg(lease);
        held.beats.start();
        return held;
    }

    public Lease lease() {
        return lease;
    }

    private void beat() {
        try {
            while (true) {
                Thread.sleep(lease.beat());
                sign();
            }
        } catch (InterruptedException released) {
            // The run is over.
        } catch (LeaseLostException lost) {
            LOG.warn(lost.getMessage());
        }
    }

    /** A database that is out of reach for a moment may be back before the lease ends. */
    private void sign() {
        try {
            lease.renew();
        } catch (DataAccessException | TransactionException unreached) {
            LOG.debug("No sign of life could be given", unreached);
        }
    }

    @Override
    public void close() {
        beats.interrupt();
        lease.release();
    }
}
