package io.plumbline.salesforce.bulk;

import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.WriteGuard;
import io.plumbline.salesforce.call.ApiFault;
import io.plumbline.salesforce.call.ApiVersion;
import io.plumbline.salesforce.call.CallFailedException;
import io.plumbline.salesforce.call.CallFailedException.Effect;
import io.plumbline.salesforce.call.CallFailedException.Refusal;
import io.plumbline.salesforce.call.CallFailures;
import io.plumbline.salesforce.call.Faults;
import io.plumbline.salesforce.http.HttpAnswer;
import io.plumbline.salesforce.http.SafeWords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** The life of jobs of either kind: made, looked at until they end, given up. */
final class Jobs {

    private static final Duration FIRST_LOOK = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Set<String> GONE =
            Set.of("NOT_FOUND", "INVALIDJOB", "INVALIDJOBSTATE", "INVALID_LOCATOR", "JOB_VERSION_CONFLICT");

    private final BulkCalls calls;
    private final BulkSettings settings;
    private final Clock clock;

    Jobs(BulkCalls calls, BulkSettings settings, Clock clock) {
        this.calls = calls;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether a call failed because the org no longer has this job, or no longer in a state to give anything. */
    static boolean isGone(CallFailedException e) {
        return GONE.contains(e.refusal().code());
    }

    /** What a refusal means here: a job that is gone does not come back, and one that is being made cannot be gone. */
    static Refusal refusal(BulkCall call, ApiFault fault, String host) {
        Refusal refusal = Faults.of(fault, host);
        if (!GONE.contains(fault.code())) {
            return refusal;
        }
        SalesforceFailure failure = call.method().equals("POST")
                ? new SalesforceFailure.UnexpectedAnswer(
                        host + " does not take this job (" + fault.code() + ": " + SafeWords.of(fault.message(), 300)
                                + ").",
                        "A Salesforce administrator should deploy salesforce-metadata and assign the permission set"
                                + " Plumbline_Integration to the integration user.")
                : refusal.failure();
        return new Refusal(failure, fault.code(), Effect.NONE, false);
    }

    /** A new job. Repeated when the answer is lost: a job that nobody knows of changes no record. */
    Job make(String kind, Map<String, String> what) {
        JobInfo made = calls.repeating(() -> info(calls.once(BulkCall.post(Job.all(kind, ApiVersion.OURS), what))));
        return new Job(kind, made.id(), ApiVersion.OURS);
    }

    JobInfo look(Job job) {
        return calls.repeating(() -> info(calls.once(BulkCall.get(job.path()))));
    }

    /** Asks for another state; what it says is what the org answered. */
    JobInfo set(Job job, String state) {
        return info(calls.once(BulkCall.patch(job.path(), Map.of("state", state))));
    }

    /**
     * The job when it has ended, or still on its way after all patience (trap D7). The pauses double, so that a short
     * job is not waited for and a long one costs few calls.
     */
    JobInfo ended(Job job) {
        return ended(job, WriteGuard.NONE);
    }

    JobInfo ended(Job job, WriteGuard guard) {
        Instant deadline = clock.instant().plus(settings.jobPatience());
        for (Duration pause = FIRST_LOOK; ; pause = longer(pause)) {
            take(pause, job);
            guard.check();
            JobInfo seen = look(job);
            if (seen.state().ended() || !clock.instant().isBefore(deadline)) {
                return seen;
            }
        }
    }

    /** Stops a job and takes it away, as far as the org lets us: nothing more is expected of it. */
    void giveUp(Job job) {
        try {
            set(job, "Aborted");
        } catch (CallFailedException alreadyEnded) {
            // Then it can be taken away as it is.
        }
        try {
            calls.once(BulkCall.delete(job.path()));
        } catch (CallFailedException gone) {
            // Salesforce takes it away by itself after seven days.
        }
    }

    private void take(Duration pause, Job job) {
        try {
            settings.pause().take(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallFailedException(
                    new Refusal(
                            new SalesforceFailure.Unreachable(
                                    "The wait for " + job + " was interrupted.",
                                    "Plumbline is being stopped; the next run goes on from here."),
                            CallFailedException.NO_ANSWER,
                            Effect.UNKNOWN,
                            false),
                    e);
        }
    }

    static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }

    private static JobInfo info(HttpAnswer answer) {
        return BulkErrors.json(answer)
                .map(JobInfo::of)
                .filter(job -> !job.id().isEmpty())
                .orElseThrow(() -> CallFailures.unreadable(answer, "no job"));
    }
}
