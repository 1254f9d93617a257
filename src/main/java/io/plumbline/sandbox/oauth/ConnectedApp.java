package io.plumbline.sandbox.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one app that may sign in: its id, its secret and, for the JWT flow, the key its assertions are signed with.
 *
 * <p>Its text form shows neither secret nor key.
 */
public final class ConnectedApp {

    private final String clientId;
    private final String clientSecret;
    private final @Nullable String runAs;
    private final @Nullable PublicKey key;

    /**
     * Registers an app.
     *
     * @param clientId the consumer key
     * @param clientSecret the consumer secret
     * @param runAs the login name that the client credentials flow signs in as; null when nobody was chosen
     * @param key checks signatures of the JWT flow; null when the flow is not set up
     */
    public ConnectedApp(String clientId, String clientSecret, @Nullable String runAs, @Nullable PublicKey key) {
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.runAs = runAs;
        this.key = key;
    }

    /** A consumer key of the usual look, new each time. */
    public static String randomClientId() {
        byte[] bytes = new byte[40];
        new SecureRandom().nextBytes(bytes);
        return "3MVG9" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A consumer secret of the usual look, new each time. */
    public static String randomSecret() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    public String clientId() {
        return clientId;
    }

    public String clientSecret() {
        return clientSecret;
    }

    Optional<String> runAs() {
        return Optional.ofNullable(runAs);
    }

    Optional<PublicKey> key() {
        return Optional.ofNullable(key);
    }

    boolean hasSecret(String presented) {
        return MessageDigest.isEqual(
                clientSecret.getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "ConnectedApp[" + clientId + "]";
    }
}
