package io.plumbline.ops.access;

import io.plumbline.config.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * By which a collector of metrics is known: {@code Authorization: Bearer} and the token that the environment names.
 *
 * @param token null when no collector is let in
 */
record ScrapeToken(@Nullable Secret token) {

    private static final String BEARER = "Bearer ";

    /** @param authorization the header, null when there is none */
    boolean isIn(@Nullable String authorization) {
        return token != null
                && authorization != null
                && authorization.startsWith(BEARER)
                && MessageDigest.isEqual(
                        token.reveal().getBytes(StandardCharsets.UTF_8),
                        authorization.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8));
    }
}
