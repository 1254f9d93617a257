package io.plumbline.flow.checking;

import io.plumbline.writeback.lease.Lease;
import io.plumbline.writeback.lease.LeaseLostException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * An org that this instance holds: while a run reads, judges and waits for bulk jobs, which can take longer than a lease,
 * signs of life are given from beside it.
 */
public final class HeldOrg implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HeldOrg.class);

    private final Lease lease;
    private final CountDownLatch released = new CountDownLatch(1);

    private HeldOrg(Lease lease) {
        this.lease = lease;
    }

    static HeldOrg of(Lease lease) {
        HeldOrg held = new HeldOrg(lease);
        Thread.ofVirtual().name("lease-" + lease.org()).start(held::beat);
        return held;
    }

    public Lease lease() {
        return lease;
    }

    /** Ended by the latch and never by an interrupt, which would close H2's file under a sign of life. */
    private void beat() {
        try {
            while (!released.await(lease.beat().toMillis(), TimeUnit.MILLISECONDS)) {
                sign();
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
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
        released.countDown();
        lease.release();
    }
}
