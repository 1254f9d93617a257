package io.plumbline.writeback.lease;

import io.plumbline.crm.RecordId;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An org that is ours for the time being.
 *
 * <p>Whoever works on it proves that with the lease: {@link #fence} in every transaction that claims or settles, and
 * {@link #beforeCall} right before each call that changes something in Salesforce. A process that was held up past its
 * time fails at the next of these, before anything of it is sent (trap K3).
 */
public final class Lease {

    private final Leases leases;
    private final RecordId org;
    private final long token;

    /** By the clock of this process, which started to count before the database did. */
    private final AtomicLong untilNanos;

    /** Once the database said so, it is so, whoever of us asked. */
    private volatile boolean lost;

    Lease(Leases leases, RecordId org, long token, long untilNanos) {
        this.leases = leases;
        this.org = org;
        this.token = token;
        this.untilNanos = new AtomicLong(untilNanos);
    }

    public RecordId org() {
        return org;
    }

    /** Larger than that of any holder before. */
    public long token() {
        return token;
    }

    /**
     * Makes the transaction of the caller one that only the holder can commit.
     *
     * @throws LeaseLostException when another instance took the org
     */
    public void fence() {
        leases.fence(this);
    }

    /**
     * Makes sure that the org stays ours for as long as one call can take. To be asked again and again while a job is
     * waited for, which can take longer than a lease.
     *
     * @throws LeaseLostException when another instance took the org
     */
    public void beforeCall() {
        if (lost || !leases.hasTimeForACall(untilNanos.get())) {
            renew();
        }
    }

    /**
     * A sign of life.
     *
     * @throws LeaseLostException when another instance took the org
     */
    public void renew() {
        long until;
        try {
            until = leases.renew(this);
        } catch (LeaseLostException taken) {
            lost = true;
            throw taken;
        }
        untilNanos.accumulateAndGet(until, Math::max);
    }

    /** Gives the org free; one that was lost stays with its new holder. */
    public void release() {
        leases.release(this);
    }

    /** How often a sign of life is due. */
    public Duration beat() {
        return leases.terms().time().dividedBy(10);
    }
}
