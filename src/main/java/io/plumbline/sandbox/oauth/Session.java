package io.plumbline.sandbox.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * An open session. Its text form names the session by its hash only.
 *
 * @param token what callers present
 * @param userId whom it acts as
 */
public record Session(String token, String userId) {

    /** A short name of the session for journals; the token cannot be told from it. */
    public String hash() {
        return HexFormat.of().formatHex(digest(token), 0, 8);
    }

    @Override
    public String toString() {
        return "Session[" + hash() + " of " + userId + "]";
    }

    /** What Salesforce prints as "session hash" when it does not know a token. */
    public static String missingHash(String token) {
        return Base64.getEncoder().encodeToString(digest(token));
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
