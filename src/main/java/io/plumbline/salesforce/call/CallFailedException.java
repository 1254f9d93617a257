package io.plumbline.salesforce.call;

import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.codes.CallCause;
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

    /** The code of a call that was not made because signing in failed. */
    public static final String SIGN_IN = "SIGN_IN";

    private final transient Refusal refusal;

    /**
     * @param code Salesforce's code, or one of ours above
     * @param repeatable whether a read may be tried again at once
     */
    public record Refusal(SalesforceFailure failure, String code, Effect effect, boolean repeatable) {

        /** Whether the API itself said so. */
        public boolean isFault() {
            return !code.equals(NO_ANSWER) && !code.equals(NO_API) && !code.equals(SIGN_IN);
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

    public SalesforceFailedException translated() {
        return new SalesforceFailedException(refusal.failure(), getCause());
    }
}
