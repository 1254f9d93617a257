package io.plumbline.salesforce.auth;

import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.SignIn;
import io.plumbline.salesforce.http.SafeWords;
import java.util.List;
import java.util.Locale;

/**
 * What the token endpoint's error codes and texts mean, and who can do what about it.
 *
 * <p>Codes alone do not tell: {@code invalid_grant} has at least six meanings, so the text decides where it is known
 * and the code where it is not. The texts are those that Salesforce is known to send.
 */
final class SignInRefusals {

    /**
     * @param code the {@code error} this rule is for; empty for any
     * @param words part of the {@code error_description}, in lower case; empty for any
     */
    private record Rule(String code, String words, String meaning, String advice) {
        boolean fits(String error, String description) {
            return (code.isEmpty() || code.equals(error))
                    && description.toLowerCase(Locale.ROOT).contains(words);
        }
    }

    private static final String ADMIN = "A Salesforce administrator should ";
    private static final String SETUP = "in Setup, External Client App Manager, ";

    private static final List<Rule> RULES = List.of(
            new Rule(
                    "",
                    "no client credentials user enabled",
                    "the app has no Run As user",
                    ADMIN + "open the app's policies " + SETUP
                            + "and name the integration user as Run As user of the client credentials flow."),
            new Rule(
                    "",
                    "hasn't approved this consumer",
                    "the integration user is not pre-approved for the app",
                    ADMIN + "set Permitted Users to \"Admin approved users are pre-authorized\" in the app's policies"
                            + " and add the permission set Plumbline_Integration to it; it takes effect within ten"
                            + " minutes."),
            new Rule(
                    "",
                    "not admin approved",
                    "the integration user is not pre-approved for the app",
                    ADMIN + "add the permission set Plumbline_Integration, which the integration user has, to the"
                            + " app's policies; it takes effect within ten minutes."),
            new Rule(
                    "invalid_app_access",
                    "",
                    "the integration user may not use the app",
                    ADMIN + "add the permission set Plumbline_Integration, which the integration user has, to the"
                            + " app's policies; it takes effect within ten minutes."),
            new Rule(
                    "",
                    "inactive user",
                    "the integration user is deactivated",
                    ADMIN + "activate the integration user, or name another one and give it the permission set"
                            + " Plumbline_Integration."),
            new Rule(
                    "",
                    "user is inactive",
                    "the integration user is deactivated",
                    ADMIN + "activate the integration user, or name another one and give it the permission set"
                            + " Plumbline_Integration."),
            new Rule("inactive_user", "", "the integration user is deactivated", ADMIN + "activate the user."),
            new Rule(
                    "inactive_org",
                    "",
                    "the org is locked, closed or suspended",
                    ADMIN + "ask Salesforce about the state of the org."),
            new Rule(
                    "",
                    "audience is invalid",
                    "the assertion is addressed to the wrong login host",
                    "Check that the instance URL is of the kind of org that is meant (production or sandbox), or set"
                            + " the audience."),
            new Rule(
                    "",
                    "expired",
                    "the assertion had expired on arrival",
                    "Set the clock of this machine: it differs from Salesforce's by minutes."),
            new Rule(
                    "",
                    "ip restricted",
                    "the sign-in came from an address that is not allowed",
                    ADMIN + "relax the app's IP restrictions or add this machine's address to the allowed ranges."),
            new Rule(
                    "",
                    "not supported on this domain",
                    "this address does not offer the flow",
                    "Set the instance URL to the org's My Domain address; login.salesforce.com and test.salesforce.com"
                            + " do not take client credentials."),
            new Rule(
                    "",
                    "invalid assertion",
                    "the assertion's signature does not fit the app's certificate",
                    "Check that the key file belongs to the certificate that is uploaded to the app, and that the"
                            + " certificate has not expired."),
            new Rule(
                    "",
                    "user not found",
                    "no user has the username given",
                    "Check PLUMBLINE_USERNAME: it is the user's Username in Salesforce, in a sandbox usually with the"
                            + " sandbox's name at its end."),
            new Rule(
                    "invalid_client_id",
                    "",
                    "no app has this consumer key",
                    "Check PLUMBLINE_CLIENT_ID against the consumer key of the External Client App and the instance"
                            + " URL against the org it is in; a new app takes about ten minutes to be known."),
            new Rule(
                    "",
                    "client identifier invalid",
                    "no app has this consumer key",
                    "Check PLUMBLINE_CLIENT_ID against the consumer key of the External Client App and the instance"
                            + " URL against the org it is in; a new app takes about ten minutes to be known."),
            new Rule(
                    "invalid_client",
                    "",
                    "the consumer secret is wrong",
                    "Set PLUMBLINE_CLIENT_SECRET to the app's present consumer secret, which an administrator finds "
                            + SETUP + "OAuth settings."),
            new Rule(
                    "unsupported_grant_type",
                    "",
                    "the app does not offer this flow",
                    ADMIN + "enable the flow (client credentials or JWT bearer) in the app's OAuth settings."),
            new Rule(
                    "unauthorized_client",
                    "",
                    "the app does not offer this flow",
                    ADMIN + "enable the flow (client credentials or JWT bearer) in the app's OAuth settings."),
            new Rule(
                    "invalid_grant",
                    "",
                    "the app or its user was not accepted",
                    ADMIN + "look at the integration user's Login History, which names the reason, and at the app's"
                            + " policies (Run As user, Permitted Users, IP restrictions)."));

    private SignInRefusals() {}

    static SalesforceFailure of(SignIn signIn, int status, String error, String description) {
        String said = "Signing in at " + signIn.host().getHost() + " failed (HTTP " + status + ", "
                + SafeWords.of(withoutSecrets(signIn, error + ": " + description), 200) + ")";
        if (passes(status, error, description)) {
            return isRate(error, description)
                    ? new SalesforceFailure.LimitReached(
                            said + ".", "Too many sign-ins of this user within an hour; it passes by itself.")
                    : new SalesforceFailure.UnexpectedAnswer(
                            said + ".", "Salesforce has trouble signing users in; Plumbline tries again by itself.");
        }
        return RULES.stream()
                .filter(rule -> rule.fits(error, description))
                .findFirst()
                .map(rule -> new SalesforceFailure.SignInRefused(said + ": " + rule.meaning() + ".", rule.advice()))
                .orElseGet(() -> new SalesforceFailure.SignInRefused(
                        said + ".",
                        ADMIN + "look at the integration user's Login History and at the app's OAuth settings and"
                                + " policies."));
    }

    private static boolean passes(int status, String error, String description) {
        return status >= 500
                || isRate(error, description)
                || error.equals("server_error")
                || error.equals("temporarily_unavailable")
                || description.toLowerCase(Locale.ROOT).contains("already being processed");
    }

    private static boolean isRate(String error, String description) {
        String both = (error + " " + description).toLowerCase(Locale.ROOT);
        return both.contains("login rate exceeded")
                || both.contains("login_rate_exceeded")
                || both.contains("rate_limit_exceeded");
    }

    /** An answer that repeats what was sent must not carry it into a log (trap L1). */
    private static String withoutSecrets(SignIn signIn, String words) {
        return switch (signIn) {
            case SignIn.ClientCredentials app ->
                app.clientSecret().isEmpty() ? words : words.replace(app.clientSecret(), "(secret)");
            case SignIn.JwtBearer app -> words;
        };
    }
}
