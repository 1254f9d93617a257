package io.plumbline.sandbox.gate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash of a request body that does not change with the session that sends it. */
final class BodyHash {

    private BodyHash() {}

    /**
     * The hash.
     *
     * @param token what the body carries of the session; empty where it travels in a header
     */
    static String of(byte[] body, String token) {
        byte[] hashed = body;
        if (!token.isEmpty() && body.length > 0) {
            // SOAP carries the session id in the body.
            String text = new String(body, StandardCharsets.UTF_8);
            hashed = text.replace(token, "").getBytes(StandardCharsets.UTF_8);
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(hashed), 0, 16);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
