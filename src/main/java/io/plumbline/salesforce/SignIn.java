package io.plumbline.salesforce;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the integration user signs in: with one of the two OAuth 2.0 flows that need nobody at a browser. No password
 * flow and no SOAP login, which Salesforce is ending (trap A7).
 *
 * <p>What these records hold is secret; none of it appears in their text (trap L1).
 */
public sealed interface SignIn {

    /** The org's My Domain address, {@code https://mycompany.my.salesforce.com}, where the token endpoint is. */
    URI host();

    /** The consumer key of the External Client App. */
    String clientId();

    /**
     * The client credentials flow: the app runs as the user named in its policies.
     *
     * @param clientSecret the consumer secret
     */
    record ClientCredentials(URI host, String clientId, String clientSecret) implements SignIn {
        @Override
        public String toString() {
            return "client credentials at " + host;
        }
    }

    /**
     * The JWT bearer flow: the app vouches for a user with its certificate's key.
     *
     * @param username the integration user's username in Salesforce, which is not always an e-mail address
     * @param keyFile the RSA private key that belongs to the app's certificate, PEM in PKCS#8 form, not encrypted
     * @param audience what the assertion is addressed to; when empty, {@code https://test.salesforce.com} for a
     *     sandbox and {@code https://login.salesforce.com} else
     */
    record JwtBearer(URI host, String clientId, String username, Path keyFile, Optional<String> audience)
            implements SignIn {
        @Override
        public String toString() {
            return "JWT bearer of " + username + " at " + host;
        }
    }
}
