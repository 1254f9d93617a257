/**
 * How a line of the log is written, named in {@code logback-spring.xml}: no word in it can begin a line of its own.
 *
 * <p>May rely on Logback and on {@code ops.text}.
 */
@NullMarked
package io.plumbline.ops.logging;

import org.jspecify.annotations.NullMarked;
