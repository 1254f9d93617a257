package io.plumbline.salesforce.call;

import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.call.CallFailedException.Effect;
import io.plumbline.salesforce.call.CallFailedException.Refusal;
import io.plumbline.salesforce.http.SafeWords;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a fault of a whole call means: the kind of failure, who can fix it, whether anything may have happened, and
 * whether a read may be tried again. The one table for faults; decided by code first, never by the text alone
 * (traps A3, J3).
 */
public final class Faults {

    private static final Pattern NO_COLUMN =
            Pattern.compile("No such column '([^']+)' on (?:entity|sobject of type) '?([A-Za-z0-9_]+)'?");
    private static final Pattern NO_RELATIONSHIP = Pattern.compile("Didn't understand relationship '([^']+)'");
    private static final Pattern NO_OBJECT = Pattern.compile("s[oO]bject(?: type)? '([^']+)'");
    private static final Pattern PLACE = Pattern.compile("(?s)^.*ERROR at Row:\\d+:Column:\\d+\\s*");
    private static final Pattern LESSON = Pattern.compile("(?s)\\s*If you are attempting to use a custom field.*$");

    private static final String ADMIN = "A Salesforce administrator should ";
    private static final String GRANT = "deploy salesforce-metadata and assign the permission set Plumbline_Integration"
            + " to the integration user, or take it out of mapping.yaml.";

    private Faults() {}

    public static Refusal of(ApiFault fault, String host) {
        String said = "(" + fault.code() + ": " + words(fault) + ")";
        return switch (fault.code()) {
            case "INVALID_SESSION_ID" ->
                refused(
                        fault,
                        false,
                        new SalesforceFailure.SessionLost(
                                "The session at " + host + " ended again right after it was renewed.",
                                ADMIN + "check the session settings and the app's policies for this user: timeout, IP"
                                        + " restrictions, and other programs that log the user out."));
            case "INVALID_QUERY_LOCATOR", "INVALID_LOCATOR" ->
                refused(
                        fault,
                        false,
                        new SalesforceFailure.SessionLost(
                                "The cursor of a query at " + host + " is no longer known.",
                                "The query has to start again; give the integration user to Plumbline alone, because"
                                        + " Salesforce closes the oldest of a user's open cursors."));
            case "INVALID_FIELD", "INVALID_TYPE", "INVALIDENTITY", "ENTITY_NOT_QUERYABLE" ->
                refused(fault, false, new SalesforceFailure.NotThere(missing(fault) + " " + said, ADMIN + GRANT));
            case "INSUFFICIENT_ACCESS", "INSUFFICIENT_ACCESS_OR_READONLY" ->
                refused(
                        fault,
                        false,
                        new SalesforceFailure.NotThere(
                                "The integration user may not do this " + said + ".",
                                ADMIN + "assign the permission set Plumbline_Integration to the integration user."));
            case "MALFORMED_QUERY",
                    "INVALID_QUERY_FILTER_OPERATOR",
                    "QUERY_TOO_COMPLICATED",
                    "UNSUPPORTED_QUERY",
                    "INVALID_QUERY_SCOPE",
                    "INVALID_QUERY_VALUE",
                    "EXCEEDED_MAX_SEMIJOIN_SUBSELECTS" ->
                refused(
                        fault,
                        false,
                        new SalesforceFailure.QueryRefused(
                                host + " does not accept the query " + said + ".",
                                "Check the filters and formula fields named in mapping.yaml; else tell whoever maintains"
                                        + " Plumbline."));
            case "REQUEST_LIMIT_EXCEEDED" -> limit(fault, host, said);
            case "EXCEEDED_QUOTA", "LIMIT_EXCEEDED", "TOO_MANY_APEX_REQUESTS", "CIRCUIT_BREAKER_OPEN_EXCEPTION" ->
                refused(
                        fault,
                        false,
                        new SalesforceFailure.LimitReached(
                                host + " has reached a limit " + said + ".",
                                "It passes by itself; if it is frequent, " + "look at the org's System Overview."));
            case "ORG_IN_MAINTENANCE",
                    "INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE",
                    "FUNCTIONALITY_TEMPORARILY_UNAVAILABLE" ->
                refused(
                        fault,
                        true,
                        new SalesforceFailure.Maintenance(
                                host + " is in maintenance or read-only " + said + ".",
                                "See trust.salesforce.com for the org's instance. Plumbline tries again by itself."));
            case "API_CURRENTLY_DISABLED", "API_DISABLED_FOR_ORG" ->
                refused(
                        fault,
                        false,
                        new SalesforceFailure.SignInRefused(
                                "The API is not open to the integration user " + said + ".",
                                ADMIN + "give the user the permission API Enabled, and make sure that the org's edition"
                                        + " has API access."));
            case "UNSUPPORTED_API_VERSION", "UNSUPPORTED_CLIENT", "CLIENT_REQUIRE_UPDATE_FOR_USER" ->
                refused(
                        fault,
                        false,
                        new SalesforceFailure.SignInRefused(
                                host + " does not offer API version " + ApiVersion.OURS + " " + said + ".",
                                "Wait for the org's next release, or run a version of Plumbline made for it."));
            case "CLIENT_NOT_ACCESSIBLE_FOR_USER",
                    "LOGIN_DURING_RESTRICTED_DOMAIN",
                    "LOGIN_DURING_RESTRICTED_TIME",
                    "MUTUAL_AUTHENTICATION_FAILED",
                    "ORG_LOCKED",
                    "ORG_ADMIN_LOCKED",
                    "PASSWORD_LOCKOUT",
                    "TRIAL_EXPIRED",
                    "TXN_SECURITY_NO_ACCESS",
                    "TXN_SECURITY_END_A_SESSION",
                    "TXN_SECURITY_TWO_FA_REQUIRED",
                    "INACTIVE_OWNER_OR_USER" ->
                refused(
                        fault,
                        false,
                        new SalesforceFailure.SignInRefused(
                                "The integration user is not let in " + said + ".",
                                ADMIN + "look at the user's Login History, login hours and IP ranges, and at the org's"
                                        + " transaction security policies."));
            case "QUERY_TIMEOUT", "REQUEST_RUNNING_TOO_LONG" ->
                new Refusal(
                        new SalesforceFailure.TookTooLong(
                                host + " gave up because the call took too long " + said + ".",
                                "Plumbline asks for less at a time; if it stays, ask Salesforce for an index on the"
                                        + " filtered fields."),
                        fault.code(),
                        Effect.UNKNOWN,
                        false);
            case "MALFORMED_ID",
                    "INVALID_ID_FIELD",
                    "INVALID_CROSS_REFERENCE_KEY",
                    "INVALID_EXTERNAL_ID_FIELD_NAME",
                    "DUPLICATE_VALUE",
                    "MISSING_ARGUMENT",
                    "XML_PARSER_ERROR",
                    "INVALID_BATCH_SIZE",
                    "EXCEEDED_MAX_SIZE_REQUEST",
                    "ARGUMENT_OBJECT_PARSE_ERROR" ->
                refused(
                        fault,
                        false,
                        new SalesforceFailure.UnexpectedAnswer(
                                host + " did not accept what was sent " + said + ".",
                                "Tell whoever maintains Plumbline: it sent what cannot be right."));
            case "UNABLE_TO_LOCK_ROW" ->
                refused(
                        fault,
                        true,
                        new SalesforceFailure.UnexpectedAnswer(
                                "A record at " + host + " is locked by another program " + said + ".",
                                "It passes by itself."));
            default ->
                new Refusal(
                        new SalesforceFailure.UnexpectedAnswer(
                                host + " refused the call " + said + ".",
                                "Plumbline tries again by itself; if it stays, give this text to Salesforce Support."),
                        fault.code(),
                        Effect.UNKNOWN,
                        true);
        };
    }

    private static Refusal limit(ApiFault fault, String host, String said) {
        if (fault.message().toLowerCase(Locale.ROOT).contains("concurrent")) {
            return refused(
                    fault,
                    true,
                    new SalesforceFailure.LimitReached(
                            host + " has too many long-running calls at once " + said + ".",
                            "It passes by itself; if it is frequent, run other integrations at other hours."));
        }
        return refused(
                fault,
                false,
                new SalesforceFailure.LimitReached(
                        "The org's API calls of the last 24 hours are used up " + said + ".",
                        "Plumbline goes on when some are free again. " + ADMIN
                                + "find the greatest users under Setup, API Usage, or buy more calls."));
    }

    private static Refusal refused(ApiFault fault, boolean repeatable, SalesforceFailure failure) {
        return new Refusal(failure, fault.code(), Effect.NONE, repeatable);
    }

    private static String missing(ApiFault fault) {
        Matcher column = NO_COLUMN.matcher(fault.message());
        if (column.find()) {
            return column.group(2) + " has no field " + column.group(1) + " that the integration user can see.";
        }
        Matcher relationship = NO_RELATIONSHIP.matcher(fault.message());
        if (relationship.find()) {
            return "There is no relationship " + relationship.group(1) + " that the integration user can follow.";
        }
        Matcher object = NO_OBJECT.matcher(fault.message());
        if (object.find()) {
            return "There is no object " + object.group(1) + " that the integration user can see.";
        }
        return "Something that the query names does not exist or is hidden from the integration user.";
    }

    /** Salesforce's own words without the copy of the query before them and the lesson on names after them. */
    private static String words(ApiFault fault) {
        String message =
                LESSON.matcher(PLACE.matcher(fault.message()).replaceFirst("")).replaceFirst("");
        String prefix = fault.code() + ": ";
        return SafeWords.of(message.startsWith(prefix) ? message.substring(prefix.length()) : message, 300);
    }
}
