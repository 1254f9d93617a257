/**
 * The console: pages that show what runs did and what they made of every account, and the buttons that begin one.
 *
 * <p>May rely on {@code flow}, {@code journal} and what {@code ops.access} knows of the visitor. What a page shows is a record
 * built by a pure class; a controller fetches and hands over.
 */
@NullMarked
package io.plumbline.ops.console;

import org.jspecify.annotations.NullMarked;
