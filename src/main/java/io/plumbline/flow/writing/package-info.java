/**
 * Last stages of a run: the plan is sent within its bounds, and what happened is told.
 *
 * <p>May rely on the stages before it and, like them, on all packages of the pipeline; decides nothing about scores.
 */
@NullMarked
package io.plumbline.flow.writing;

import org.jspecify.annotations.NullMarked;
