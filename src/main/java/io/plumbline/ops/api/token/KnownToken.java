package io.plumbline.ops.api.token;

import io.plumbline.crm.RecordId;
import java.time.Instant;
import java.util.Optional;

/**
 * What is kept of a token, which is not the token.
 *
 * @param id its number, by which people revoke it
 * @param org the only org it speaks for
 * @param lastUsed to the minute; empty when it never was
 * @param revoked since when it is not valid any more; empty while it is
 */
public record KnownToken(
        long id, RecordId org, String name, Instant made, Optional<Instant> lastUsed, Optional<Instant> revoked) {}
