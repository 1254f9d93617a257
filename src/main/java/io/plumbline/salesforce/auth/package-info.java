/**
 * Signing in: access tokens by OAuth 2.0 client credentials or JWT bearer, renewed once however many threads need it,
 * and refusals told apart in words that a Salesforce administrator can act on.
 *
 * <p>Start reading at {@link io.plumbline.salesforce.auth.AccessTokens}. May rely on {@code salesforce}, its
 * {@code http} and {@code crm}; knows no API that the tokens are for.
 */
@NullMarked
package io.plumbline.salesforce.auth;

import org.jspecify.annotations.NullMarked;
