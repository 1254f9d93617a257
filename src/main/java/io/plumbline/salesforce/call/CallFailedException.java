package io.plumbline.salesforce.call;

import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.codes.CallCause;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A call that failed as a whole, with what the APIs need to know to go on. Never leaves them. */
public final class CallFailedException extends RuntimeException {

    /** What the call may have done to the org. */
    public enum Effect {
        /** Certainly nothing: it was refused before execution, or never sent. */
        NONE,
        /** It may have been carried out (trap F1). */
        UNKNOWN
    }

    /** The code of a failure without an answer. */
    public static final String NO_ANSWER = "NO_ANSWER";

    /** The code of an answer that is not the API's. */
    public static final String NO_API = "NO_API";

    /** The code of an answer that says that the API is not here, or no longer. */
    public static final String NO_HOST = "NO_HOST";

    /** The code of a call that was not made because signing in failed. */
    public static final String SIGN_IN = "SIGN_IN";

    private static final Set<String> OURS = Set.of(NO_ANSWER, NO_API, NO_HOST, SIGN_IN);

    private final transient Refusal refusal;

    /**
     * @param code Salesforce's code, or one of ours above
     * @param repeatable whether a read may be tried again at once
     */
    public record Refusal(SalesforceFailure failure, String code, Effect effect, boolean repeatable) {

        /** Whether the API itself said so. */
        public boolean isFault() {
            return !OURS.contains(code);
        }
    }

    public CallFailedException(Refusal refusal, @Nullable Throwable cause) {
        super(refusal.failure().sentence(), cause);
        this.refusal = refusal;
    }

    public SalesforceFailure failure() {
        return refusal.failure();
    }

    public Refusal refusal() {
        return refusal;
    }

    public boolean sessionIsDead() {
        return CallCause.saysSessionIsDead(refusal.code());
    }

    /** Whether somebody answers where the org was who knows no API, or nobody does (trap J7). */
    boolean hostMayBeLost() {
        return refusal.code().equals(NO_HOST) || refusal.code().equals(NO_ANSWER);
    }

    /** The same, and certainly nothing was carried out. */
    boolean hostIsLost() {
        return hostMayBeLost() && refusal.effect() == Effect.NONE;
    }

    /** Whether the org counts the call against its limit. */
    boolean wasCounted() {
        return switch (refusal.code()) {
            case NO_HOST, SIGN_IN -> false;
            case NO_ANSWER, NO_API -> refusal.effect() == Effect.UNKNOWN;
            default -> !sessionIsDead() && !CallCause.saysLimitIsReached(refusal.code());
        };
    }

    /** A refusal that would meet the same records again, so that each of them has to be told about it. */
    public boolean isAboutTheRequest() {
        return switch (failure()) {
            case SalesforceFailure.NotThere x -> true;
            case SalesforceFailure.QueryRefused x -> true;
            case SalesforceFailure.UnexpectedAnswer x -> refusal.isFault() && refusal.effect() == Effect.NONE;
            case SalesforceFailure.SignInRefused x -> false;
            case SalesforceFailure.TookTooLong x -> false;
            case SalesforceFailure.Unreachable x -> false;
            case SalesforceFailure.SessionLost x -> false;
            case SalesforceFailure.LimitReached x -> false;
            case SalesforceFailure.Maintenance x -> false;
            case SalesforceFailure.Stopped x -> false;
        };
    }

    public SalesforceFailedException translated() {
        return new SalesforceFailedException(refusal.failure(), getCause());
    }
}
