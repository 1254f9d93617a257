package io.plumbline.salesforce.auth;

import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.codes.SignInCause.Mending;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Keeps sign-ins few: after two refusals it lets none through that cannot help, and never more than sixty an hour. What
 * has to be mended in the org is asked for once an hour, because we cannot see it mended; what has to be mended in our
 * settings, not before these change; another key file is tried at once (traps A6, A8). Not safe for use by several threads.
 */
final class SignInGuard {

    private static final int REFUSALS_BEFORE_REST = 2;
    private static final Duration REST = Duration.ofHours(1);
    /** Salesforce allows 3,600 sign-ins an hour to all programs of a user; ours has no reason to need many. */
    private static final int SIGN_INS_PER_HOUR = 60;

    private final Clock clock;
    private final Deque<Instant> recent = new ArrayDeque<>();
    private int refusals;
    private @Nullable Refusal last;

    /** @param credentials tells one state of the settings and the key file from another */
    private record Refusal(SalesforceFailure failure, Mending mending, Instant at, long credentials) {}

    SignInGuard(Clock clock) {
        this.clock = clock;
    }

    /**
     * Lets an attempt through and counts it.
     *
     * @throws SalesforceFailedException with the last refusal when it would be useless, or with the limit
     */
    void pass(long credentials) {
        Instant now = clock.instant();
        if (last != null && last.credentials() != credentials) {
            accepted();
        }
        if (last != null && refusals >= REFUSALS_BEFORE_REST && rests(last, now)) {
            throw new SalesforceFailedException(last.failure());
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
        recent.addLast(now);
    }

    void refused(RefusedSignInException refusal, long credentials) {
        refusals++;
        last = new Refusal(refusal.failure(), refusal.mending(), clock.instant(), credentials);
    }

    void accepted() {
        refusals = 0;
        last = null;
    }

    private static boolean rests(Refusal last, Instant now) {
        return switch (last.mending()) {
            case IN_THE_ORG -> now.isBefore(last.at().plus(REST));
            case IN_THE_SETTINGS -> true;
        };
    }
}
