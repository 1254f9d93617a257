package io.plumbline.salesforce.codes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Why the token endpoint refuses, and who can do what about it.
 *
 * <p>The error code alone does not tell: {@code invalid_grant} has many meanings, so the description decides where it
 * is known and the code where it is not. The texts are those that Salesforce is known to send. The first cause that
 * fits counts.
 */
public enum SignInCause {
    NO_RUN_AS_USER(
            Mending.IN_THE_ORG,
            "",
            "no client credentials user enabled",
            "the app has no Run As user",
            Advice.ADMIN
                    + "open the app's policies in Setup, External Client App Manager, and name the integration user"
                    + " as Run As user of the client credentials flow."),
    FLOW_NOT_ENABLED(
            Mending.IN_THE_ORG,
            "unsupported_grant_type unauthorized_client invalid_flow",
            "grant type not supported, flow is not enabled, flow disabled",
            "the app does not offer this flow",
            Advice.ADMIN
                    + "enable the flow (client credentials or JWT bearer) in the app's OAuth settings. The user name"
                    + " and password flow and SOAP login() are no way out: Salesforce is ending both."),
    USER_NOT_APPROVED(
            Mending.IN_THE_ORG,
            "",
            "hasn't approved this consumer",
            "the integration user is not pre-approved for the app",
            Advice.ADMIN
                    + "set Permitted Users to \"Admin approved users are pre-authorized\" in the app's policies and"
                    + " add the permission set Plumbline_Integration to it; it takes effect within ten minutes."),
    USER_MAY_NOT_USE_APP(
            Mending.IN_THE_ORG,
            "invalid_app_access",
            "not admin approved",
            "the integration user may not use the app: it is not pre-approved",
            Advice.ADMIN + "add the permission set Plumbline_Integration, which the integration user has, to the app's"
                    + " policies; it takes effect within ten minutes."),
    USER_INACTIVE(
            Mending.IN_THE_ORG,
            "inactive_user",
            "inactive user, user is inactive",
            "the integration user is deactivated or frozen",
            Advice.ADMIN + "activate the integration user, or name another one and give it the permission set"
                    + " Plumbline_Integration."),
    ORG_INACTIVE(
            Mending.IN_THE_ORG,
            "inactive_org",
            "inactive org, org is locked",
            "the org is locked, closed or suspended",
            Advice.ADMIN + "ask Salesforce about the state of the org."),
    ADDRESS_NOT_ALLOWED(
            Mending.IN_THE_ORG,
            "",
            "ip restricted, ip not allowed",
            "the sign-in came from an address that is not allowed",
            Advice.ADMIN + "relax the app's IP restrictions or add this machine's address to the allowed ranges."),
    APP_NOT_INSTALLED(
            Mending.IN_THE_ORG,
            "app_not_found oauth_ec_app_not_found",
            "app must be installed, app not found, not installed in this org",
            "the app is not installed in this org, or is blocked there",
            Advice.ADMIN
                    + "install the External Client App in the org, or unblock it under Connected Apps OAuth Usage."),
    WRONG_AUDIENCE(
            Mending.IN_THE_SETTINGS,
            "",
            "audience is invalid",
            "the assertion is addressed to the wrong login host",
            "Check that the instance URL is of the kind of org that is meant (production or sandbox)."),
    CLOCK_WRONG(
            Mending.IN_THE_ORG,
            "",
            "expired",
            "the assertion had expired on arrival",
            "Set the clock of this machine: it differs from Salesforce's by minutes."),
    NOT_ON_THIS_HOST(
            Mending.IN_THE_SETTINGS,
            "",
            "not supported on this domain",
            "this address does not offer the flow",
            "Set the instance URL to the org's My Domain address; login.salesforce.com and test.salesforce.com do not take"
                    + " client credentials."),
    SIGNATURE_WRONG(
            Mending.IN_THE_ORG,
            "",
            "invalid assertion",
            "the assertion's signature does not fit the app's certificate",
            "Check that the key file belongs to the certificate that is uploaded to the app, and that the certificate has"
                    + " not expired."),
    USER_UNKNOWN(
            Mending.IN_THE_ORG,
            "",
            "user not found",
            "no user has the username given",
            "Check PLUMBLINE_USERNAME: it is the user's Username in Salesforce, in a sandbox usually with the sandbox's"
                    + " name at its end."),
    APP_UNKNOWN(
            Mending.IN_THE_ORG,
            "invalid_client_id",
            "client identifier invalid",
            "no app has this consumer key",
            "Check PLUMBLINE_CLIENT_ID against the consumer key of the External Client App and the instance URL against"
                    + " the org it is in; a new app takes about ten minutes to be known."),
    SECRET_WRONG(
            Mending.IN_THE_SETTINGS,
            "invalid_client",
            "invalid client credentials",
            "the consumer secret is wrong",
            "Set PLUMBLINE_CLIENT_SECRET to the app's present consumer secret, which an administrator finds in Setup,"
                    + " External Client App Manager, OAuth settings."),
    GRANT_REFUSED(
            Mending.IN_THE_ORG,
            "invalid_grant",
            "authentication failure",
            "the app or its user was not accepted",
            Advice.ADMIN
                    + "look at the integration user's Login History, which names the reason, and at the app's policies"
                    + " (Run As user, Permitted Users, IP restrictions)."),
    NOT_KNOWN(
            Mending.IN_THE_ORG,
            "",
            "",
            "Salesforce gave no reason that is known",
            Advice.ADMIN
                    + "look at the integration user's Login History and at the app's OAuth settings and policies.");

    /** Where it has to be mended, and so when it is worth another attempt (traps A6, A8). */
    public enum Mending {
        /** In Salesforce, or on this machine, which we cannot see happen. */
        IN_THE_ORG("twice, then once an hour, or when the key file changes"),
        /** In our settings: nothing but a change of these can help. */
        IN_THE_SETTINGS("twice, then not before Plumbline is started with other settings");

        private final String words;

        Mending(String words) {
            this.words = words;
        }

        /** As in {@code error-codes.md}: how often it is tried. */
        public String words() {
            return words;
        }
    }

    private final Mending mending;
    private final List<String> errors;
    private final List<String> descriptions;
    private final String meaning;
    private final String advice;

    /**
     * @param errors the codes it is for, separated by blanks
     * @param descriptions parts of the description it is for in lower case, separated by commas
     */
    SignInCause(Mending mending, String errors, String descriptions, String meaning, String advice) {
        this.mending = mending;
        this.errors = errors.isEmpty() ? List.of() : List.of(errors.split(" "));
        this.descriptions = descriptions.isEmpty() ? List.of() : List.of(descriptions.split(", "));
        this.meaning = meaning;
        this.advice = advice;
    }

    /** The cause that the description names, else the one of the error code. */
    public static SignInCause of(String error, String description) {
        String words = description.toLowerCase(Locale.ROOT);
        Optional<SignInCause> told = Arrays.stream(values())
                .filter(cause -> cause.descriptions.stream().anyMatch(words::contains))
                .findFirst();
        return told.orElseGet(() -> Arrays.stream(values())
                .filter(cause -> cause.errors.contains(error))
                .findFirst()
                .orElse(NOT_KNOWN));
    }

    public Mending mending() {
        return mending;
    }

    /** What is wrong, as the end of a sentence. */
    public String meaning() {
        return meaning;
    }

    /** Who can mend it and how. */
    public String advice() {
        return advice;
    }

    List<String> errors() {
        return errors;
    }

    List<String> descriptions() {
        return descriptions;
    }
}
