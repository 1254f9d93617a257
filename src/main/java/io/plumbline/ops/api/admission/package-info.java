/**
 * What a request must pass before anything is done for it: a valid token, not too often, not too large, and not twice.
 *
 * <p>May rely on {@code ops.api.token}, the database and Spring Security; knows no operation.
 */
@NullMarked
package io.plumbline.ops.api.admission;

import org.jspecify.annotations.NullMarked;
