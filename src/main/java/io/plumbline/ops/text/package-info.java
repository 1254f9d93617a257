/**
 * Verdicts and runs in the words of a terminal.
 *
 * <p>May rely on what {@code flow} shows; does nothing but write.
 */
@NullMarked
package io.plumbline.ops.text;

import org.jspecify.annotations.NullMarked;
