/**
 * What every protocol of the sandbox has in common: admission, counting, faults, the journal, query cursors and writes.
 *
 * <p>May rely on {@code http}, {@code oauth}, {@code control}, and on the org: {@code record}, {@code schema}, {@code soql}.
 */
@NullMarked
package io.plumbline.sandbox.gate;

import org.jspecify.annotations.NullMarked;
