package io.plumbline.salesforce.auth;

import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.SignIn;
import io.plumbline.salesforce.codes.SignInCause.Mending;
import io.plumbline.salesforce.http.Deadlines;
import io.plumbline.salesforce.http.SalesforceHttp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The current access token of one integration user, signed in when first needed. Safe for use by many threads.
 *
 * <p>However many threads meet a dead session, one signs in and the others take its token or its failure (trap A4).
 * Credentials that were refused twice rest, see {@link SignInGuard} (traps A6, A8). Never logs out: the session may
 * be shared (trap A5).
 */
public final class AccessTokens {

    /** An org that moves does so once; a host that fails for another reason must not cost a sign-in per call. */
    private static final Duration BETWEEN_SEARCHES = Duration.ofMinutes(10);

    private final TokenRequest request;
    private final SalesforceHttp http;
    private final Clock clock;
    private final SignInGuard guard;
    private final ReentrantLock signingIn = new ReentrantLock();
    private final AtomicLong attempts = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    private volatile @Nullable AccessToken token;
    private @Nullable SalesforceFailure lastFailure;
    private @Nullable Instant lastSearch;
    private @Nullable RecordId org;

    public AccessTokens(SignIn signIn, SalesforceHttp http, Clock clock) {
        this.request = TokenRequest.of(signIn, clock);
        this.http = http.within(Deadlines.SIGN_IN);
        this.clock = clock;
        this.guard = new SignInGuard(clock);
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

    /**
     * A token with the instance where the org is now, when it is no longer where this token says: signs in once to find
     * out, and not again within ten minutes (trap J7). Empty when the org is where it was.
     *
     * @throws SalesforceFailedException when signing in fails, or leads to another org
     */
    public Optional<AccessToken> whereItMoved(AccessToken lost) {
        AccessToken known = current();
        if (!known.instance().equals(lost.instance())) {
            return Optional.of(known);
        }
        if (!mayBeSearchedFor()) {
            return Optional.empty();
        }
        AccessToken found = newerThan(known.generation());
        if (found.instance().equals(lost.instance())) {
            stayWith(known, found);
            return Optional.empty();
        }
        return Optional.of(found);
    }

    /** The session lives on where it was, and so do the cursors that belong to it (trap B1). */
    private void stayWith(AccessToken known, AccessToken found) {
        signingIn.lock();
        try {
            if (token == found) {
                token = known;
            }
        } finally {
            signingIn.unlock();
        }
    }

    /** How often signing in was tried. */
    public long attempts() {
        return attempts.get();
    }

    /** How often the credentials or the org's own rules were the reason why nobody got in. */
    public long refusals() {
        return refused.get();
    }

    private boolean mayBeSearchedFor() {
        signingIn.lock();
        try {
            Instant now = clock.instant();
            if (lastSearch != null && now.isBefore(lastSearch.plus(BETWEEN_SEARCHES))) {
                return false;
            }
            lastSearch = now;
            return true;
        } finally {
            signingIn.unlock();
        }
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
        long credentials = request.credentials();
        guard.pass(credentials);
        attempts.incrementAndGet();
        try {
            AccessToken fresh = TokenAnswer.read(request, request.send(http), generation + 1);
            refuseAnotherOrg(fresh);
            org = fresh.org();
            guard.accepted();
            lastFailure = null;
            token = fresh;
            return fresh;
        } catch (RefusedSignInException refused) {
            this.refused.incrementAndGet();
            guard.refused(refused, credentials);
            lastFailure = refused.failure();
            throw new SalesforceFailedException(refused.failure());
        } catch (SalesforceFailedException e) {
            lastFailure = e.failure();
            throw e;
        }
    }

    /** What we store belongs to one org; an address that now leads to another must not be fed into it (trap J7). */
    private void refuseAnotherOrg(AccessToken fresh) {
        if (org != null && !org.equals(fresh.org())) {
            throw new RefusedSignInException(
                    new SalesforceFailure.SignInRefused(
                            request.host() + " now signs in to org " + fresh.org() + ", before it was " + org + ".",
                            "Check the instance URL. For another org, or a sandbox that was refreshed, start Plumbline"
                                    + " anew with a data folder of its own."),
                    Mending.IN_THE_ORG);
        }
    }
}
