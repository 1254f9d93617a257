package io.plumbline.ops.api.token;

import io.plumbline.crm.RecordId;

/**
 * Who asks: the bearer of a valid token.
 *
 * @param token the token's number, which is no secret
 * @param org the org that the token was made for, the only one it speaks for
 * @param name what the token is called, for people
 */
public record TokenHolder(long token, RecordId org, String name) {}
