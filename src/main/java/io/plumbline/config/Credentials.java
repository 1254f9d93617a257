package io.plumbline.config;

import java.nio.file.Path;

/** How the connector signs in (OAuth 2.0). */
public sealed interface Credentials {

    String clientId();

    /** The client credentials flow of an External Client App with a run-as user. */
    record ClientCredentials(String clientId, Secret clientSecret) implements Credentials {}

    /**
     * The JWT bearer flow.
     *
     * @param username the integration user's
     * @param keyFile the private key, PEM (PKCS #8), whose certificate the app holds
     */
    record JwtBearer(String clientId, String username, Path keyFile) implements Credentials {}
}
