package io.plumbline.salesforce.auth;

import io.plumbline.salesforce.SignIn;
import io.plumbline.salesforce.http.ShortJson;
import io.plumbline.salesforce.http.TrustedHosts;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The signed statement with which the app vouches for the integration user (RFC 7523, RS256). */
final class JwtAssertion {

    /** Sources differ whether Salesforce takes three minutes or five, so stay below both. */
    private static final Duration LIFE = Duration.ofSeconds(150);

    private JwtAssertion() {}

    static String signed(SignIn.JwtBearer app, Instant now) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", app.clientId());
        claims.put("sub", app.username());
        claims.put("aud", app.audience().orElseGet(() -> usualAudience(app.host())));
        claims.put("exp", now.plus(LIFE).getEpochSecond());
        String content = base64(ShortJson.written(Map.of("alg", "RS256"))) + "." + base64(ShortJson.written(claims));
        return content + "." + base64(signature(PemKey.read(app.keyFile()), content));
    }

    /** Salesforce compares the audience with its login hosts, not with the address that was called. */
    static String usualAudience(URI host) {
        if (TrustedHosts.isLoopback(host)) {
            return host.resolve("/").toString().replaceAll("/$", "");
        }
        String name = String.valueOf(host.getHost()).toLowerCase(Locale.ROOT);
        boolean sandbox = name.equals("test.salesforce.com") || name.endsWith(".sandbox.my.salesforce.com");
        return sandbox ? "https://test.salesforce.com" : "https://login.salesforce.com";
    }

    private static byte[] signature(PrivateKey key, String content) {
        try {
            Signature rs256 = Signature.getInstance("SHA256withRSA");
            rs256.initSign(key);
            rs256.update(content.getBytes(StandardCharsets.US_ASCII));
            return rs256.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot sign with SHA256withRSA", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
