/**
 * What somebody sees who waits before a terminal: one line that says how far it is.
 *
 * <p>May rely on {@code flow.progress} and {@code crm}; on no command.
 */
@NullMarked
package io.plumbline.ops.terminal;

import org.jspecify.annotations.NullMarked;
