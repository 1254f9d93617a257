/**
 * The fields of an account: what they shall hold against what they are known to hold, and when texts about a verdict follow it.
 *
 * <p>May rely on the words of {@code change}, on {@code assess}, {@code config} and {@code crm}; has no clock, no I/O and no Spring.
 */
@NullMarked
package io.plumbline.change.field;

import org.jspecify.annotations.NullMarked;
