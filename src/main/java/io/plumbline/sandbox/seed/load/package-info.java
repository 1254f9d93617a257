/**
 * From rows of text to records of the org: fields found, references resolved, and every row, column and value that does not fit reported.
 *
 * <p>May rely on {@code sandbox.schema} and {@code sandbox.record}; knows no file format.
 */
@NullMarked
package io.plumbline.sandbox.seed.load;

import org.jspecify.annotations.NullMarked;
