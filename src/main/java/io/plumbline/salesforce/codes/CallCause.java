package io.plumbline.salesforce.codes;

import static io.plumbline.salesforce.codes.Actor.ADMINISTRATOR;
import static io.plumbline.salesforce.codes.Actor.MAINTAINER;
import static io.plumbline.salesforce.codes.Actor.NOBODY;
import static io.plumbline.salesforce.codes.Actor.OPERATOR;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Why a call is refused as a whole, with the codes that say so: the one table for SOAP faults and for the errors of
 * REST and Bulk. Decided by the code, whatever the HTTP status (trap J3). The dialects spell the same code differently,
 * {@code INVALID_SESSION_ID} and {@code InvalidSessionId}, which makes no difference here (trap A1).
 */
public enum CallCause {
    SESSION_DEAD(
            CallAction.SIGN_IN_AGAIN,
            ADMINISTRATOR,
            "A1, A3",
            "The session at {host} ended again right after it was renewed.",
            Advice.ADMIN + "check the session settings and the app's policies for this user: timeout, IP restrictions,"
                    + " and other programs that log the user out.",
            "INVALID_SESSION_ID INVALID_AUTH_HEADER"),
    CURSOR_GONE(
            CallAction.START_AGAIN,
            ADMINISTRATOR,
            "B1, B2",
            "The place in an answer of {host} is no longer known.",
            "The query starts again by itself; give the integration user to Plumbline alone, because Salesforce closes"
                    + " the oldest of a user's open cursors.",
            "INVALID_QUERY_LOCATOR INVALID_LOCATOR ASYNC_OPERATION_LOCATOR"),
    JOB_GONE(
            CallAction.START_AGAIN,
            NOBODY,
            "D6, D7",
            "{host} does not know this job, or not in this state {said}.",
            "Plumbline makes a new one by itself.",
            "INVALID_JOB INVALID_JOB_STATE JOB_NOT_FOUND"),
    FIELD_OR_OBJECT_HIDDEN(
            CallAction.LEAVE_OUT,
            ADMINISTRATOR,
            "I1, I2",
            "{missing} {said}",
            Advice.ADMIN + "deploy salesforce-metadata and assign the permission set Plumbline_Integration to the"
                    + " integration user, or take it out of mapping.yaml.",
            "INVALID_FIELD INVALID_TYPE INVALID_ENTITY ENTITY_NOT_QUERYABLE"),
    NOT_ALLOWED(
            CallAction.LEAVE_OUT,
            ADMINISTRATOR,
            "J3",
            "The integration user may not do this {said}.",
            Advice.ADMIN + "assign the permission set Plumbline_Integration to the integration user.",
            "INSUFFICIENT_ACCESS INSUFFICIENT_ACCESS_OR_READONLY"),
    FEATURE_OFF(
            CallAction.LEAVE_OUT,
            ADMINISTRATOR,
            "B11",
            "{host} does not offer this to the integration user or for this object {said}.",
            Advice.ADMIN + "switch the feature on or leave it off: Plumbline goes another way where there is one.",
            "FEATURE_NOT_ENABLED FUNCTIONALITY_NOT_ENABLED BIG_OBJECT_UNSUPPORTED_OPERATION"),
    QUERY_NOT_ACCEPTED(
            CallAction.REFUSE_QUERY,
            OPERATOR,
            "B6",
            "{host} does not accept the query {said}.",
            "Check the filters and formula fields named in mapping.yaml; else tell whoever maintains Plumbline.",
            "MALFORMED_QUERY INVALID_QUERY_FILTER_OPERATOR INVALID_FILTER_VALUE QUERY_TOO_COMPLICATED "
                    + "UNSUPPORTED_QUERY ASYNC_QUERY_UNSUPPORTED_QUERY INVALID_QUERY_SCOPE INVALID_QUERY_VALUE "
                    + "EXCEEDED_MAX_SEMIJOIN_SUBSELECTS EXCEEDED_MAX_FILTER_ENTITIES INVALID_REPLICATION_DATE"),
    TOOK_TOO_LONG(
            CallAction.ASK_FOR_LESS,
            ADMINISTRATOR,
            "B5",
            "{host} gave up because the call took too long {said}.",
            "Plumbline asks for less at a time; if it stays, ask Salesforce for an index on the filtered fields.",
            "QUERY_TIMEOUT REQUEST_RUNNING_TOO_LONG REALTIME_PROCESSING_TIME_EXCEEDED_LIMIT"),
    TOO_MUCH_ASKED(
            CallAction.ASK_FOR_LESS,
            ADMINISTRATOR,
            "B5",
            "{host} will not answer so much at once {said}.",
            "Plumbline asks for less at a time; with the permission View All Data or View All on the object the limit"
                    + " does not apply.",
            "OPERATION_TOO_LARGE EXCEEDED_ID_LIMIT"),
    DAILY_CALLS_USED_UP(
            CallAction.WAIT_FOR_CALLS,
            ADMINISTRATOR,
            "J1",
            "The org's API calls of the last 24 hours are used up {said}.",
            "Plumbline goes on when some are free again. " + Advice.ADMIN
                    + "find the greatest users under Setup, API Usage, or buy more calls.",
            "REQUEST_LIMIT_EXCEEDED"),
    TOO_MANY_AT_ONCE(
            CallAction.WAIT_FOR_A_LANE,
            NOBODY,
            "J2",
            "{host} has too many long-running calls at once {said}.",
            "It passes by itself; if it is frequent, run other integrations at other hours.",
            "EVENT_LOG_OBJECT_CONCURRENT_LIMIT_EXCEPTION"),
    OTHER_LIMIT(
            CallAction.WAIT_FOR_CALLS,
            ADMINISTRATOR,
            "J1",
            "{host} has reached a limit {said}.",
            "It passes by itself; if it is frequent, look at the org's System Overview.",
            "EXCEEDED_QUOTA LIMIT_EXCEEDED TOO_MANY_APEX_REQUESTS TOO_MANY_JOBS "
                    + "CIRCUIT_BREAKER_OPEN_EXCEPTION TXN_SECURITY_METERING_ERROR"),
    MAINTENANCE(
            CallAction.WAIT_FOR_ORG,
            NOBODY,
            "J4, J5",
            "{host} is in maintenance or read-only {said}.",
            "See trust.salesforce.com for the org's instance. Plumbline tries again by itself.",
            "ORG_IN_MAINTENANCE INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE "
                    + "FUNCTIONALITY_TEMPORARILY_UNAVAILABLE"),
    API_CLOSED(
            CallAction.STOP,
            ADMINISTRATOR,
            "J3",
            "The API is not open to the integration user {said}.",
            Advice.ADMIN + "give the user the permission API Enabled, and make sure that the org's edition has API"
                    + " access.",
            "API_CURRENTLY_DISABLED API_DISABLED_FOR_ORG"),
    VERSION_NOT_OFFERED(
            CallAction.STOP,
            OPERATOR,
            "A7",
            "{host} does not offer the API version that Plumbline speaks {said}.",
            "Wait for the org's next release, or run a version of Plumbline made for it.",
            "UNSUPPORTED_API_VERSION INVALID_VERSION GONE UNSUPPORTED_CLIENT " + "CLIENT_REQUIRE_UPDATE_FOR_USER"),
    USER_NOT_LET_IN(
            CallAction.STOP,
            ADMINISTRATOR,
            "A8",
            "The integration user is not let in {said}.",
            Advice.ADMIN + "look at the user's Login History, login hours and IP ranges, and at the org's transaction"
                    + " security policies.",
            "CLIENT_NOT_ACCESSIBLE_FOR_USER INACTIVE_OWNER_OR_USER INVALID_LOGIN "
                    + "INVALID_OPERATION_WITH_EXPIRED_PASSWORD LOGIN_CHALLENGE_ISSUED LOGIN_CHALLENGE_PENDING "
                    + "LOGIN_DURING_RESTRICTED_DOMAIN LOGIN_DURING_RESTRICTED_TIME MUTUAL_AUTHENTICATION_FAILED "
                    + "ORG_ADMIN_LOCKED ORG_LOCKED PASSWORD_LOCKOUT TRIAL_EXPIRED TXN_SECURITY_END_A_SESSION "
                    + "TXN_SECURITY_FAIL_CLOSE TXN_SECURITY_NO_ACCESS TXN_SECURITY_TWO_FA_REQUIRED"),
    SENT_WRONG(
            CallAction.REPORT,
            MAINTAINER,
            "F4",
            "{host} did not accept what was sent {said}.",
            "Tell whoever maintains Plumbline: it sent what cannot be right.",
            "ARGUMENT_OBJECT_PARSE_ERROR BAD_REQUEST CLIENT_INPUT_ERROR DUPLICATE_ARGUMENT_VALUE "
                    + "DUPLICATE_VALUE EXCEEDED_MAX_SIZE_REQUEST EXCEEDED_MAX_SOBJECTS EXCEEDED_MAX_TYPES_LIMIT "
                    + "ID_REQUIRED INVALID_BATCH INVALID_BATCH_SIZE INVALID_CROSS_REFERENCE_KEY "
                    + "INVALID_EXTERNAL_ID_FIELD_NAME INVALID_ID_FIELD INVALID_OPERATION INVALID_SOAP_HEADER "
                    + "INVALID_URL JSON_PARSER_ERROR MALFORMED_ID METHOD_NOT_ALLOWED MISSING_ARGUMENT "
                    + "POST_BODY_PARSE_ERROR UNSUPPORTED_MEDIA_TYPE XML_PARSER_ERROR"),
    RECORD_LOCKED(
            CallAction.WAIT_A_MOMENT,
            NOBODY,
            "F3",
            "A record at {host} is locked by another program {said}.",
            "It passes by itself.",
            "UNABLE_TO_LOCK_ROW"),
    SERVER_TROUBLE(
            CallAction.READ_BACK,
            NOBODY,
            "J6",
            "{host} failed {said}.",
            "Plumbline tries again by itself; if it lasts, give Salesforce Support the code and the time.",
            "SERVER_UNAVAILABLE SERVICE_UNAVAILABLE INTERNAL_ERROR INTERNAL_SERVER_ERROR "
                    + "UNKNOWN_EXCEPTION REQUEST_TIMEOUT_OR_CONFLICT RESOURCE_NOT_REACHABLE "
                    + "BATCH_PROCESSING_HALTED CDS_TIMEOUT_EXCEPTION"),
    /** Codes grow with every release, so one that is not known is no mistake of anybody's. */
    NOT_KNOWN(
            CallAction.READ_BACK,
            NOBODY,
            "F5, J6",
            "{host} failed {said}.",
            "Plumbline tries again by itself; if it lasts, give Salesforce Support the code and the time.",
            "");

    private static final Map<String, CallCause> BY_CODE = Arrays.stream(values())
            .flatMap(cause -> cause.codes.stream().map(code -> Map.entry(spelling(code), cause)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final CallAction action;
    private final Actor actor;
    private final String traps;
    private final String what;
    private final String advice;
    private final List<String> codes;

    CallCause(CallAction action, Actor actor, String traps, String what, String advice, String codes) {
        this.action = action;
        this.actor = actor;
        this.traps = traps;
        this.what = what;
        this.advice = advice;
        this.codes = codes.isEmpty() ? List.of() : List.of(codes.split(" "));
    }

    /**
     * What a refusal means.
     *
     * @param code as sent, in any dialect's spelling
     * @param message Salesforce's own words
     * @param host who answered
     */
    public static CallVerdict verdict(String code, String message, String host) {
        CallCause cause = of(code, message);
        ServerWords words = new ServerWords(code, message);
        String what = cause.what
                .replace("{host}", host)
                .replace("{missing}", words.missing())
                .replace("{said}", words.quoted());
        return new CallVerdict(code, cause, cause.action.failure(what, cause.advice));
    }

    /** Whether a code, in any dialect's spelling, says that the session is dead (traps A1, A3). */
    public static boolean saysSessionIsDead(String code) {
        return of(code, "") == SESSION_DEAD;
    }

    /** Whether a code says that the call was not let in, because the calls are used up (trap J1). */
    public static boolean saysLimitIsReached(String code) {
        return of(code, "") == DAILY_CALLS_USED_UP;
    }

    public CallAction action() {
        return action;
    }

    Actor actor() {
        return actor;
    }

    /** Ids of the failure catalogue. */
    String traps() {
        return traps;
    }

    String advice() {
        return advice;
    }

    List<String> codes() {
        return codes;
    }

    /** The one code with two meanings is that of limits: of the day, or of calls under way (trap J2). */
    private static CallCause of(String code, String message) {
        CallCause cause = BY_CODE.getOrDefault(spelling(code), NOT_KNOWN);
        boolean atOnce = message.toLowerCase(Locale.ROOT).contains("concurrent");
        return cause == DAILY_CALLS_USED_UP && atOnce ? TOO_MANY_AT_ONCE : cause;
    }

    private static String spelling(String code) {
        return code.replace("_", "").toUpperCase(Locale.ROOT);
    }
}
