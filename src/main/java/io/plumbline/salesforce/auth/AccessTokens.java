package io.plumbline.salesforce.auth;

import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.SignIn;
import io.plumbline.salesforce.http.Deadlines;
import io.plumbline.salesforce.http.HttpAnswer;
import io.plumbline.salesforce.http.SalesforceHttp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The current access token of one integration user, signed in when first needed. Safe for use by many threads.
 *
 * <p>However many threads meet a dead session, one signs in and the others take its token or its failure (trap A4).
 * Credentials that were refused twice are tried again once an hour only, because an administrator may have mended the
 * org meanwhile and nothing else can help (traps A6, A8). Never logs out: the session may be shared (trap A5).
 */
public final class AccessTokens {

    private static final int REFUSALS_BEFORE_REST = 2;
    private static final Duration REST = Duration.ofHours(1);
    /** Salesforce allows 3,600 sign-ins an hour to all programs of a user; ours has no reason to need many. */
    private static final int SIGN_INS_PER_HOUR = 60;

    private final TokenRequest request;
    private final SalesforceHttp http;
    private final Clock clock;
    private final ReentrantLock signingIn = new ReentrantLock();
    private final AtomicLong attempts = new AtomicLong();
    private final Deque<Instant> recent = new ArrayDeque<>();

    private volatile @Nullable AccessToken token;
    private @Nullable SalesforceFailure lastFailure;
    private @Nullable Instant lastRefusal;
    private int refusals;
    private @Nullable RecordId org;

    public AccessTokens(SignIn signIn, SalesforceHttp http, Clock clock) {
        this.request = TokenRequest.of(signIn, clock);
        this.http = http.within(Deadlines.SIGN_IN);
        this.clock = clock;
    }

    /**
     * A token to be used now.
     *
     * @throws SalesforceFailedException when nobody is signed in yet and signing in fails
     */
    public AccessToken current() {
        AccessToken known = token;
        return known != null ? known : newerThan(0);
    }

    /**
     * A token newer than one that Salesforce refused: another thread's, or one signed in for now.
     *
     * @throws SalesforceFailedException when signing in fails
     */
    public AccessToken after(AccessToken dead) {
        return newerThan(dead.generation());
    }

    private AccessToken newerThan(long generation) {
        long attemptsSeen = attempts.get();
        signingIn.lock();
        try {
            AccessToken known = token;
            if (known != null && known.generation() > generation) {
                return known;
            }
            if (attempts.get() != attemptsSeen && lastFailure != null) {
                throw new SalesforceFailedException(lastFailure);
            }
            return signIn(generation);
        } finally {
            signingIn.unlock();
        }
    }

    private AccessToken signIn(long generation) {
        refuseToHammer();
        attempts.incrementAndGet();
        recent.addLast(clock.instant());
        boolean answered = false;
        try {
            HttpAnswer answer = request.send(http);
            answered = true;
            AccessToken fresh = TokenAnswer.read(request, answer, generation + 1);
            refuseAnotherOrg(fresh);
            org = fresh.org();
            refusals = 0;
            lastFailure = null;
            token = fresh;
            return fresh;
        } catch (SalesforceFailedException e) {
            lastFailure = e.failure();
            // What is wrong on this side, a key file say, costs Salesforce nothing and may be mended at once.
            if (answered && e.failure() instanceof SalesforceFailure.SignInRefused) {
                refusals++;
                lastRefusal = clock.instant();
            }
            throw e;
        }
    }

    private void refuseToHammer() {
        Instant now = clock.instant();
        if (refusals >= REFUSALS_BEFORE_REST
                && lastFailure != null
                && lastRefusal != null
                && now.isBefore(lastRefusal.plus(REST))) {
            throw new SalesforceFailedException(lastFailure);
        }
        while (!recent.isEmpty() && recent.getFirst().isBefore(now.minus(REST))) {
            recent.removeFirst();
        }
        if (recent.size() >= SIGN_INS_PER_HOUR) {
            throw new SalesforceFailedException(new SalesforceFailure.LimitReached(
                    "Plumbline signed in " + SIGN_INS_PER_HOUR + " times within an hour; each session ended at once.",
                    "A Salesforce administrator should check the app's session policies (timeout, IP restrictions) and"
                            + " whether another program logs this user out."));
        }
    }

    /** What we store belongs to one org; an address that now leads to another must not be fed into it (trap J7). */
    private void refuseAnotherOrg(AccessToken fresh) {
        if (org != null && !org.equals(fresh.org())) {
            throw new SalesforceFailedException(new SalesforceFailure.SignInRefused(
                    request.host() + " now signs in to org " + fresh.org() + ", before it was " + org + ".",
                    "Check the instance URL. For another org use another connection and another data folder."));
        }
    }
}
