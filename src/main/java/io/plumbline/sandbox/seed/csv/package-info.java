/**
 * Reads {@code <Object>.csv} files as Data Loader exports them into seed rows.
 *
 * <p>May rely on {@code sandbox.seed.load}; knows nothing of the org.
 */
@NullMarked
package io.plumbline.sandbox.seed.csv;

import org.jspecify.annotations.NullMarked;
