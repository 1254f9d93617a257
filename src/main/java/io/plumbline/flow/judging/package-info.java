/**
 * Third stage of a run: every account is judged from the mirror, and what is to be different is planned.
 *
 * <p>May rely on the stages before it and, like them, on all packages of the pipeline; decides nothing about scores.
 */
@NullMarked
package io.plumbline.flow.judging;

import org.jspecify.annotations.NullMarked;
