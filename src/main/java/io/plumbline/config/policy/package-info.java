/**
 * Every number, window, weight, curve and word list that the assessment reads: assessment.yaml, and the words for what a finding is about
 * and how serious it is.
 *
 * <p>Its records are for every module; its loaders are its own. May rely on {@code config.yaml}.
 */
@NullMarked
package io.plumbline.config.policy;

import org.jspecify.annotations.NullMarked;
