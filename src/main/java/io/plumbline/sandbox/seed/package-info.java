/**
 * What fills the embedded Salesforce: an empty org, the demo org told as stories, or a folder of the reader's own records.
 *
 * <p>{@code csv} and {@code tree} read files into rows, {@code load} puts rows into the org and says what did not fit,
 * {@code demo} writes the demo org. May rely on {@code sandbox.schema} and {@code sandbox.record}.
 */
@NullMarked
package io.plumbline.sandbox.seed;

import org.jspecify.annotations.NullMarked;
