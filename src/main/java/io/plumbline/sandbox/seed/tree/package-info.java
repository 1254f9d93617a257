/**
 * Reads the plans and tree files of {@code sf data import tree} into seed rows.
 *
 * <p>May rely on {@code sandbox.seed.load}; knows nothing of the org.
 */
@NullMarked
package io.plumbline.sandbox.seed.tree;

import org.jspecify.annotations.NullMarked;
