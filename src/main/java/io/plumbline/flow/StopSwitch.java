package io.plumbline.flow;

import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure.Stopped;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends a run in good order when Plumbline is to stop (trap J9). What waits for Salesforce is interrupted, and no further
 * call is made; what works with the database is left to finish, because H2 closes its file under a thread that is
 * interrupted while it writes. So the run comes to its end by itself: what was not sent is held, what may have been sent
 * is unknown, and the journal says so.
 *
 * <p>For one run at a time, which is what a process does.
 */
public final class StopSwitch {

    private boolean stopping;
    private @Nullable Thread waiting;

    /**
     * Waits for Salesforce on this thread.
     *
     * @throws SalesforceFailedException with {@link Stopped} when it is too late to begin
     */
    public <T> T waitingFor(Supplier<T> call) {
        enter();
        try {
            return call.get();
        } finally {
            leave();
        }
    }

    /**
     * Waits for time to pass.
     *
     * @throws InterruptedException when Plumbline is being stopped meanwhile
     */
    public void sleep(Duration time) throws InterruptedException {
        enter();
        try {
            Thread.sleep(time);
        } finally {
            leave();
        }
    }

    /** Within a call that waits: works with what came of it so far, undisturbed. */
    public void working(Runnable work) {
        leave();
        try {
            work.run();
        } finally {
            resume();
        }
    }

    /** @throws SalesforceFailedException with {@link Stopped} when the run shall go no further */
    public synchronized void check() {
        if (stopping) {
            throw new SalesforceFailedException(
                    new Stopped("Plumbline is being stopped.", "The next run goes on from here."));
        }
    }

    /** From now on nothing is begun, and what is waited for is not waited for any longer. */
    public synchronized void stop() {
        stopping = true;
        if (waiting != null) {
            waiting.interrupt();
        }
    }

    private synchronized void enter() {
        check();
        waiting = Thread.currentThread();
    }

    /** A stop that came while nobody waited shows at the very next wait. */
    private synchronized void resume() {
        waiting = Thread.currentThread();
        if (stopping) {
            waiting.interrupt();
        }
    }

    private synchronized void leave() {
        waiting = null;
        if (stopping) {
            Thread.interrupted();
        }
    }
}
