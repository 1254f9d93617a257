/**
 * Tokens of the HTTP API: made for one org, kept as digests, told from forged ones.
 *
 * <p>May rely on the database and {@code crm}; knows no request and no page.
 */
@NullMarked
package io.plumbline.ops.api.token;

import org.jspecify.annotations.NullMarked;
