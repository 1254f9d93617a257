/**
 * The assessment model: pure functions from a dossier, a policy and the previous verdict to an assessment.
 *
 * <p>May rely on {@code dossier}, {@code config} and {@code crm}; has no clock, no I/O, no Spring and no logging.
 */
@NullMarked
package io.plumbline.assess;

import org.jspecify.annotations.NullMarked;
