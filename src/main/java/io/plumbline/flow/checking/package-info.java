/**
 * First stage of a run: whose org it is, whether it may be worked on now, by whom, and with how many calls.
 *
 * <p>May rely on all packages of the pipeline; decides nothing about scores.
 */
@NullMarked
package io.plumbline.flow.checking;

import org.jspecify.annotations.NullMarked;
