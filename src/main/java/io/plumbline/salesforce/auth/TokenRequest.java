package io.plumbline.salesforce.auth;

import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.SignIn;
import io.plumbline.salesforce.http.HttpAnswer;
import io.plumbline.salesforce.http.NoAnswerException;
import io.plumbline.salesforce.http.SalesforceHttp;
import io.plumbline.salesforce.http.TrustedHosts;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What is posted to the token endpoint, made anew for each attempt: an assertion is good for minutes only. */
final class TokenRequest {

    private final SignIn signIn;
    private final Clock clock;

    private TokenRequest(SignIn signIn, Clock clock) {
        this.signIn = signIn;
        this.clock = clock;
    }

    static TokenRequest of(SignIn signIn, Clock clock) {
        return new TokenRequest(signIn, clock);
    }

    String host() {
        return String.valueOf(signIn.host().getHost());
    }

    SignIn signIn() {
        return signIn;
    }

    /** Tells one state of what we sign in with from another; the settings stay, a key file may be exchanged. */
    long credentials() {
        return switch (signIn) {
            case SignIn.ClientCredentials app -> 0;
            case SignIn.JwtBearer app -> PemKey.fingerprint(app.keyFile());
        };
    }

    /** @throws SalesforceFailedException when the address is not one to send credentials to, or nothing answered */
    HttpAnswer send(SalesforceHttp http) {
        TrustedHosts.objection(signIn.host()).ifPresent(objection -> {
            throw new SalesforceFailedException(new SalesforceFailure.SignInRefused(
                    "The instance URL " + printable(signIn.host()) + " " + objection + ", so no credentials are sent"
                            + " there.",
                    "Set it to the org's My Domain address, such as https://mycompany.my.salesforce.com."));
        });
        try {
            return http.post(
                    signIn.host().resolve("/services/oauth2/token"),
                    Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json"),
                    form().getBytes(StandardCharsets.UTF_8),
                    false);
        } catch (NoAnswerException e) {
            throw new SalesforceFailedException(e.failure(), e);
        }
    }

    private String form() {
        Map<String, String> fields = new LinkedHashMap<>();
        switch (signIn) {
            case SignIn.ClientCredentials app -> {
                fields.put("grant_type", "client_credentials");
                fields.put("client_id", app.clientId());
                fields.put("client_secret", app.clientSecret());
            }
            case SignIn.JwtBearer app -> {
                fields.put("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer");
                fields.put("assertion", JwtAssertion.signed(app, clock.instant()));
            }
        }
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String printable(URI address) {
        return address.getScheme() + "://" + address.getHost();
    }
}
