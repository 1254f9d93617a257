/**
 * What people and machines operate the connector with: the command line and the pages.
 *
 * <p>May rely on {@code flow} and on what flow shows; never on a transport.
 */
@NullMarked
package io.plumbline.ops;

import org.jspecify.annotations.NullMarked;
