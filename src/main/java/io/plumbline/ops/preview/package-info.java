/**
 * A preview as files: a report that opens from disk in any browser and prints, and tables for a spreadsheet.
 *
 * <p>May rely on what {@code flow.preview} tells and on {@code ops.text}; asks nobody anything.
 */
@NullMarked
package io.plumbline.ops.preview;

import org.jspecify.annotations.NullMarked;
