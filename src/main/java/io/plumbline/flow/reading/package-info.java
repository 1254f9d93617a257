/**
 * Second stage of a run: what changed in the org comes into the mirror.
 *
 * <p>May rely on the stages before it and, like them, on all packages of the pipeline; decides nothing about scores.
 */
@NullMarked
package io.plumbline.flow.reading;

import org.jspecify.annotations.NullMarked;
