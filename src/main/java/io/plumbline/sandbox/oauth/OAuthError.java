package io.plumbline.sandbox.oauth;

import io.plumbline.sandbox.http.Response;
import java.util.Map;

/**
 * A refusal of the token endpoint in its own shape.
 *
 * @param status the HTTP status
 * @param error the code
 * @param description Salesforce's words
 */
record OAuthError(int status, String error, String description) {

    static final OAuthError UNSUPPORTED_GRANT =
            new OAuthError(400, "unsupported_grant_type", "grant type not supported");
    static final OAuthError UNKNOWN_CLIENT = new OAuthError(400, "invalid_client_id", "client identifier invalid");
    static final OAuthError WRONG_SECRET = new OAuthError(400, "invalid_client", "invalid client credentials");
    // RFC 6749, 5.2: a client that came with an Authorization header is answered with 401.
    static final OAuthError WRONG_BASIC = new OAuthError(401, "invalid_client", "invalid client credentials");
    static final OAuthError NO_RUN_AS = grant("no client credentials user enabled");
    static final OAuthError INACTIVE_USER = grant("inactive user");
    static final OAuthError NOT_APPROVED = grant("user hasn't approved this consumer");
    static final OAuthError BAD_ASSERTION = grant("invalid assertion");
    static final OAuthError BAD_AUDIENCE = grant("audience is invalid");
    // The words are misleading and real: there is no authorization code in the JWT flow.
    static final OAuthError EXPIRED_ASSERTION = grant("expired authorization code");

    static final OAuthError ALREADY_PROCESSING = grant("token request is already being processed");

    private static OAuthError grant(String description) {
        return new OAuthError(400, "invalid_grant", description);
    }

    Response response() {
        Response response = Response.json(status, Map.of("error", error, "error_description", description));
        return status == 401 ? response.with("WWW-Authenticate", "Basic realm=\"Salesforce\"") : response;
    }
}
