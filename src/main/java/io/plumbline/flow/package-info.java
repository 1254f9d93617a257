/**
 * The wiring: Spring Integration flows that carry one run from extract to journal, a named step each.
 *
 * <p>May rely on all packages of the pipeline; decides nothing about scores.
 */
@NullMarked
package io.plumbline.flow;

import org.jspecify.annotations.NullMarked;
