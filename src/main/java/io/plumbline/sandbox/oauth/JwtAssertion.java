package io.plumbline.sandbox.oauth;

import io.plumbline.sandbox.http.Json;
import io.plumbline.sandbox.http.MalformedJsonException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A signed JSON Web Token as the JWT bearer flow presents it. */
final class JwtAssertion {

    private final String signed;
    private final byte[] signature;
    private final JsonNode header;
    private final JsonNode claims;

    private JwtAssertion(String signed, byte[] signature, JsonNode header, JsonNode claims) {
        this.signed = signed;
        this.signature = signature;
        this.header = header;
        this.claims = claims;
    }

    /** Reads the three parts; whether the signature is good is asked afterwards. */
    static Optional<JwtAssertion> parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(new JwtAssertion(
                    parts[0] + "." + parts[1],
                    Base64.getUrlDecoder().decode(parts[2]),
                    json(parts[0]),
                    json(parts[1])));
        } catch (IllegalArgumentException | MalformedJsonException malformed) {
            return Optional.empty();
        }
    }

    /** Whether it is signed with RS256 by the owner of the key. */
    boolean isSignedBy(PublicKey key) {
        // The algorithm is fixed: taking the sender's word for it is how such checks are tricked.
        if (!"RS256".equals(header.path("alg").asString(""))) {
            return false;
        }
        try {
            Signature check = Signature.getInstance("SHA256withRSA");
            check.initVerify(key);
            check.update(signed.getBytes(StandardCharsets.US_ASCII));
            return check.verify(signature);
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }

    String issuer() {
        return claims.path("iss").asString("");
    }

    /** The login name; older clients call the claim {@code prn}. */
    String subject() {
        return claims.path("sub").asString(claims.path("prn").asString(""));
    }

    List<String> audiences() {
        JsonNode audience = claims.path("aud");
        return audience.isArray()
                ? audience.valueStream().map(JsonNode::asString).toList()
                : List.of(audience.asString(""));
    }

    /** When it runs out; a token without the claim has run out at once. */
    Instant expiry() {
        return Instant.ofEpochSecond(claims.path("exp").asLong(0));
    }

    private static JsonNode json(String part) {
        return Json.read(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }
}
