package io.plumbline.salesforce.auth;

import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.SignIn;
import io.plumbline.salesforce.codes.SignInCause;
import io.plumbline.salesforce.http.SafeWords;
import java.util.Locale;

/** What the token endpoint's refusals mean, by the table of {@link SignInCause}. */
final class SignInRefusals {

    private SignInRefusals() {}

    /** As what to throw: a failure that passes, or a refusal that somebody has to mend. */
    static RuntimeException of(SignIn signIn, int status, String error, String description) {
        String said = "Signing in at " + signIn.host().getHost() + " failed (HTTP " + status + ", "
                + SafeWords.of(withoutSecrets(signIn, error + ": " + description), 200) + ")";
        if (isRate(error, description)) {
            return new SalesforceFailedException(new SalesforceFailure.LimitReached(
                    said + ".", "Too many sign-ins of this user within an hour; it passes by itself."));
        }
        if (passes(status, error, description)) {
            return new SalesforceFailedException(new SalesforceFailure.UnexpectedAnswer(
                    said + ".", "Salesforce has trouble signing users in; Plumbline tries again by itself."));
        }
        SignInCause cause = SignInCause.of(error, description);
        return new RefusedSignInException(
                new SalesforceFailure.SignInRefused(said + ": " + cause.meaning() + ".", cause.advice()),
                cause.mending());
    }

    private static boolean passes(int status, String error, String description) {
        return status >= 500
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
