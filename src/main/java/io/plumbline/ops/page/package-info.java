/**
 * The pages in a browser: all accounts with their verdicts, and one account with what was found.
 *
 * <p>May rely on what {@code flow} shows and on {@code ops.text}; knows no command.
 */
@NullMarked
package io.plumbline.ops.page;

import org.jspecify.annotations.NullMarked;
