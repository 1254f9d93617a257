package io.plumbline.flow;

import io.plumbline.flow.SyncSummary.Status;
import io.plumbline.flow.SyncSummary.Written;
import io.plumbline.flow.checking.LogContext;
import io.plumbline.flow.metrics.RunMeters;
import io.plumbline.salesforce.ApiUsage;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.writeback.lease.LeaseLostException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.DataAccessException;
import org.springframework.messaging.MessagingException;
import org.springframework.transaction.TransactionException;

/**
 * Runs the flow once, and tells how it ended whatever happens. One run at a time in a process; a second caller waits.
 */
public final class Sync {

    private static final Logger LOG = LoggerFactory.getLogger(Sync.class);

    /** Of the ten seconds in which whoever stops a process kills it, the part in which the run ends by itself. */
    private static final Duration LAST_WORK = Duration.ofSeconds(8);

    /** Salesforce waits 120 seconds for an answer, of which the run itself needs some. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SyncGateway gateway;
    private final StopSwitch stop;
    private final RunMeters meters;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    Sync(SyncGateway gateway, StopSwitch stop, RunMeters meters) {
        this.gateway = gateway;
        this.stop = stop;
        this.meters = meters;
    }

    /**
     * Ends the run that is under way in good order and begins no other one; comes back when it has ended.
     *
     * @return whether it did, in eight seconds; else the next run finds out what became of its records
     */
    public boolean stop() {
        stop.stop();
        try {
            if (oneAtATime.tryLock(LAST_WORK.toMillis(), TimeUnit.MILLISECONDS)) {
                oneAtATime.unlock();
                return true;
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        LOG.warn(
                "A run did not end in {} seconds; the next one finds out what became of its records",
                LAST_WORK.toSeconds());
        return false;
    }

    public SyncSummary run(SyncRequest request) {
        try {
            SyncSummary summary = inTurn(request);
            meters.ran(summary);
            return summary;
        } finally {
            LogContext.clear();
        }
    }

    private SyncSummary inTurn(SyncRequest request) {
        oneAtATime.lock();
        return runLocked(request);
    }

    /** The same for somebody who sits before a screen: says so when another run does not end in a minute. */
    SyncSummary runSoon(SyncRequest request) {
        return runWithin(PATIENCE, request);
    }

    SyncSummary runWithin(Duration patience, SyncRequest request) {
        try {
            if (oneAtATime.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return runLocked(request);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        return without(
                Status.ELSEWHERE,
                request,
                List.of("A run over the whole org is under way here and takes its time. Try again in a few minutes."),
                patience);
    }

    private SyncSummary runLocked(SyncRequest request) {
        long began = System.nanoTime();
        try {
            stop.check();
            return gateway.sync(request);
        } catch (RuntimeException failed) {
            return ended(request, failed, Duration.ofNanos(System.nanoTime() - began));
        } finally {
            oneAtATime.unlock();
        }
    }

    /** What is told of a run that failed. */
    static SyncSummary ended(SyncRequest request, RuntimeException thrown, Duration took) {
        RuntimeException failed = cause(thrown);
        return switch (failed) {
            case ElsewhereException elsewhere ->
                without(Status.ELSEWHERE, request, List.of(String.valueOf(elsewhere.getMessage())), took);
            case LeaseLostException lost ->
                without(Status.ELSEWHERE, request, List.of(String.valueOf(lost.getMessage())), took);
            case SyncRefusedException refused -> without(Status.REFUSED, request, refused.problems(), took);
            case SalesforceFailedException salesforce ->
                without(
                        salesforce.failure().passing() ? Status.FAILED : Status.REFUSED,
                        request,
                        List.of(salesforce.failure().sentence()),
                        took);
            case DataAccessException database -> ofOurData(request, database, took);
            case TransactionException database -> ofOurData(request, database, took);
            default -> {
                LOG.error("A run ended on something unexpected", failed);
                yield without(
                        Status.FAILED,
                        request,
                        List.of("The run ended on something unexpected, "
                                + failed.getClass().getSimpleName() + ": "
                                + failed.getMessage() + ". What it had already written stands and is not written"
                                + " again; please report this with the log."),
                        took);
            }
        };
    }

    private static SyncSummary ofOurData(SyncRequest request, NestedRuntimeException failed, Duration took) {
        LOG.debug("A run ended because of the connector's own data", failed);
        String code = failed.getMostSpecificCause() instanceof SQLException cause
                ? " (database error " + cause.getErrorCode() + ")"
                : "";
        return without(
                Status.FAILED,
                request,
                List.of("Plumbline's own data (mirror and journal) could not be read or written" + code + ". Whoever"
                        + " runs Plumbline sees to it that the disk is there and has room; if the data is damaged, they"
                        + " move the data folder away: everything is read anew from Salesforce, no task is made twice,"
                        + " and only the trend begins anew."),
                took);
    }

    private static SyncSummary without(Status status, SyncRequest request, List<String> problems, Duration took) {
        return new SyncSummary(
                status,
                "",
                "",
                request.day().orElse(null),
                request.dryRun(),
                0,
                0,
                Map.of(),
                Map.of(),
                Written.NOTHING,
                new ApiUsage(0, OptionalLong.empty(), OptionalLong.empty()),
                took,
                List.of(),
                List.of(),
                problems);
    }

    /** Spring Integration wraps what a step throws. */
    private static RuntimeException cause(RuntimeException failed) {
        Throwable cause = failed;
        while (cause instanceof MessagingException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof RuntimeException runtime ? runtime : failed;
    }
}
