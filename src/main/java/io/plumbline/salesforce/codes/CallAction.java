package io.plumbline.salesforce.codes;

import io.plumbline.salesforce.SalesforceFailure;

/** What Plumbline does about a call that was refused as a whole, and so which failure it is told as. */
public enum CallAction {
    /** The refusal precedes execution, so the call is made again once, whatever it is (trap A1). */
    SIGN_IN_AGAIN("signs in anew, once, and makes the call again", false, false),
    /** The place in an answer is gone; the records are still there (traps B1, B2). */
    START_AGAIN("asks again from the last record it has", false, false),
    /** Repeating would end the same way (trap B5). */
    ASK_FOR_LESS("asks for less at a time", true, false),
    /** Described anew; what is left out is unknown, never empty (traps I1, I2). */
    LEAVE_OUT("asks anew what there is, goes on without it and says what is unknown for lack of it", false, false),
    /** The same query would be refused again. */
    REFUSE_QUERY("says so and does not ask again: the query itself has to change", false, false),
    /** The same call would be refused again. */
    REPORT("says so and does not try again: the call itself has to change", false, false),
    /** Until calls are free again (trap J1). */
    WAIT_FOR_CALLS("ends the run; the next one goes on from there", false, false),
    /** Too many calls of all programs at one time (trap J2). */
    WAIT_FOR_A_LANE("waits and reads again; a write waits for the next run", false, true),
    /** Passes within seconds. */
    WAIT_A_MOMENT("waits and reads again; a write waits for the next run", false, true),
    /** Maintenance and read-only times (traps J4, J5). */
    WAIT_FOR_ORG("waits and reads again; writes wait for the next run", false, true),
    /** Somebody has to let us in first (trap A6). */
    STOP("ends the run until somebody has acted", false, false),
    /** It may have been carried out (traps F1, J6). */
    READ_BACK("reads again; after a write it first reads what stands there", true, true);

    private final String words;
    private final boolean mayHaveHappened;
    private final boolean repeatable;

    CallAction(String words, boolean mayHaveHappened, boolean repeatable) {
        this.words = words;
        this.mayHaveHappened = mayHaveHappened;
        this.repeatable = repeatable;
    }

    /** As in {@code error-codes.md}. */
    public String words() {
        return words;
    }

    /** Whether a write refused so may have been carried out all the same. */
    public boolean mayHaveHappened() {
        return mayHaveHappened;
    }

    /** Whether a read may be tried again at once. */
    public boolean repeatable() {
        return repeatable;
    }

    SalesforceFailure failure(String what, String advice) {
        return switch (this) {
            case SIGN_IN_AGAIN, START_AGAIN -> new SalesforceFailure.SessionLost(what, advice);
            case ASK_FOR_LESS -> new SalesforceFailure.TookTooLong(what, advice);
            case LEAVE_OUT -> new SalesforceFailure.NotThere(what, advice);
            case REFUSE_QUERY -> new SalesforceFailure.QueryRefused(what, advice);
            case WAIT_FOR_CALLS, WAIT_FOR_A_LANE -> new SalesforceFailure.LimitReached(what, advice);
            case WAIT_FOR_ORG -> new SalesforceFailure.Maintenance(what, advice);
            case STOP -> new SalesforceFailure.SignInRefused(what, advice);
            case REPORT, WAIT_A_MOMENT, READ_BACK -> new SalesforceFailure.UnexpectedAnswer(what, advice);
        };
    }
}
