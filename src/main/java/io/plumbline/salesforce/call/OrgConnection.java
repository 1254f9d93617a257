package io.plumbline.salesforce.call;

import io.plumbline.salesforce.ApiUsage;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.auth.AccessToken;
import io.plumbline.salesforce.auth.AccessTokens;
import io.plumbline.salesforce.http.SalesforceHttp;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What all calls to one org share, over whichever API they go: the session of the moment, renewed once when it died;
 * the instance, followed when the org moved; a bound on calls under way; one meter; and the retries of one run. Safe for
 * use by many threads.
 */
public final class OrgConnection {

    private final AccessTokens tokens;
    private final SalesforceHttp http;
    private final CallPolicy policy;
    private final Semaphore lanes;
    private final CallMeter meter;
    private final ReadRetry retry;

    public OrgConnection(AccessTokens tokens, SalesforceHttp http, CallPolicy policy) {
        this(tokens, http, policy, new Semaphore(policy.inFlight(), true), new CallMeter());
    }

    private OrgConnection(
            AccessTokens tokens, SalesforceHttp http, CallPolicy policy, Semaphore lanes, CallMeter meter) {
        this.tokens = tokens;
        this.http = http;
        this.policy = policy;
        this.lanes = lanes;
        this.meter = meter;
        this.retry = new ReadRetry(policy.attempts(), policy.pause(), new RetryBudget(policy.retriesPerRun()), meter);
    }

    /** The same session, lanes and meter with a new run's retries. */
    public OrgConnection forNewRun() {
        return new OrgConnection(tokens, http, policy, lanes, meter);
    }

    public SalesforceHttp http() {
        return http;
    }

    public CallMeter meter() {
        return meter;
    }

    public ApiUsage usage() {
        return meter.usage();
    }

    /** @throws CallFailedException when nobody can sign in */
    public AccessToken token() {
        try {
            return tokens.current();
        } catch (SalesforceFailedException e) {
            throw CallFailures.signIn(e);
        }
    }

    /** Makes a call that changes nothing, again while it fails in passing. */
    public <T> T repeating(Supplier<T> call) {
        return retry.untilItPasses(call);
    }

    /**
     * Makes a call that changes something, in the session of the moment. It is made again, with the same content, when
     * the session turns out to be dead or the org to have moved: both are refused before anything is carried out
     * (traps A1, A9, J7).
     *
     * @throws CallFailedException when it failed otherwise, or again
     */
    public <T> T writing(Function<AccessToken, T> call) {
        return inSession(call, CallFailedException::hostIsLost);
    }

    /** The same for a call that changes nothing, which may be made again after any failure to get an answer, too. */
    public <T> T reading(Function<AccessToken, T> call) {
        return inSession(call, CallFailedException::hostMayBeLost);
    }

    private <T> T inSession(Function<AccessToken, T> call, Predicate<CallFailedException> lost) {
        AccessToken token = token();
        try {
            return call.apply(token);
        } catch (CallFailedException failed) {
            AccessToken another = instead(token, failed, lost).orElseThrow(() -> failed);
            return call.apply(another);
        }
    }

    /**
     * Whether what belonged to a session is gone with it: it is dead, or the org moved.
     *
     * @throws CallFailedException when signing in anew fails, or leads to another org
     */
    public boolean isOver(AccessToken session, CallFailedException failed) {
        return instead(session, failed, CallFailedException::hostMayBeLost).isPresent();
    }

    /** A session to use instead: a newer one when it is dead, one on another host when the org moved. */
    private Optional<AccessToken> instead(
            AccessToken token, CallFailedException failed, Predicate<CallFailedException> lost) {
        try {
            if (failed.sessionIsDead()) {
                return Optional.of(tokens.after(token));
            }
            return lost.test(failed) ? tokens.whereItMoved(token) : Optional.empty();
        } catch (SalesforceFailedException e) {
            boolean sameTrouble = !failed.sessionIsDead() && !(e.failure() instanceof SalesforceFailure.SignInRefused);
            throw sameTrouble ? failed : CallFailures.signIn(e);
        }
    }

    /** Makes one request, counted as the org counts it, when one of the lanes is free (trap J2). */
    public <T> T request(Supplier<T> request) {
        enterLane();
        try {
            meter.made();
            return request.get();
        } catch (CallFailedException failed) {
            if (!failed.wasCounted()) {
                meter.takenBack();
            }
            throw failed;
        } finally {
            lanes.release();
        }
    }

    private void enterLane() {
        try {
            lanes.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CallFailures.interrupted(e);
        }
    }
}
