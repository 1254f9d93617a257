/**
 * The sandbox's sign-in: the OAuth 2.0 token endpoint with client credentials and JWT bearer, and the sessions it opens.
 *
 * <p>May rely on {@code http}; learns about users through {@link io.plumbline.sandbox.oauth.UserDirectory}.
 */
@NullMarked
package io.plumbline.sandbox.oauth;

import org.jspecify.annotations.NullMarked;
