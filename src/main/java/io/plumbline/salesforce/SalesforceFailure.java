package io.plumbline.salesforce;

/**
 * Why a call failed as a whole. Each kind says what happened, who must act and how; none carries a secret (trap L1).
 */
public sealed interface SalesforceFailure {

    /** What happened, in words, with the address or the name concerned. */
    String what();

    /** Who can fix it and how. */
    String advice();

    /** Both, as one text. */
    default String sentence() {
        return what() + " " + advice();
    }

    /** Whether a later attempt, or one that asks for less, may succeed without anybody's doing. */
    default boolean passing() {
        return switch (this) {
            case SignInRefused refused -> false;
            case NotThere missing -> false;
            case QueryRefused refused -> false;
            case TookTooLong slow -> true;
            case Unreachable unreachable -> true;
            case SessionLost lost -> true;
            case LimitReached limit -> true;
            case Maintenance maintenance -> true;
            case Stopped stopped -> true;
            case UnexpectedAnswer unexpected -> true;
        };
    }

    /** The token endpoint refused the credentials or the app; trying again with the same ones is useless (trap A6). */
    record SignInRefused(String what, String advice) implements SalesforceFailure {}

    /** An object or field that does not exist or that the integration user may not see. */
    record NotThere(String what, String advice) implements SalesforceFailure {}

    /** The server did not accept the query itself. */
    record QueryRefused(String what, String advice) implements SalesforceFailure {}

    /**
     * The server gave up on a call after its own time limit ({@code QUERY_TIMEOUT}, {@code REQUEST_RUNNING_TOO_LONG}).
     * The same call would end the same way; one that asks for less may succeed (trap B5).
     */
    record TookTooLong(String what, String advice) implements SalesforceFailure {}

    /** No connection, no answer in time, or one cut short. */
    record Unreachable(String what, String advice) implements SalesforceFailure {}

    /**
     * The session died again right after it was renewed, or it died under a query's cursor, or the cursor died by
     * itself: ask again from the start of the window (trap B1).
     */
    record SessionLost(String what, String advice) implements SalesforceFailure {}

    /** The org's API calls of the day or its long-running calls are used up (traps J1, J2). */
    record LimitReached(String what, String advice) implements SalesforceFailure {}

    /** The org is in maintenance or read-only (traps J4, J5). */
    record Maintenance(String what, String advice) implements SalesforceFailure {}

    /** Plumbline is being stopped, and so the call was not made. */
    record Stopped(String what, String advice) implements SalesforceFailure {}

    /** An answer that no rule above covers (trap J6). */
    record UnexpectedAnswer(String what, String advice) implements SalesforceFailure {}
}
