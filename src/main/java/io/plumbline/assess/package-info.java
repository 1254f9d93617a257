/**
 * The assessment model: pure functions from a dossier, a policy and the previous verdict to an assessment.
 *
 * <p>Start at {@link io.plumbline.assess.AssessmentModel}. It reads the account once ({@code account}) and lets the judges of
 * {@code currency}, {@code thoroughness}, {@code vetting}, {@code execution} and {@code health} each judge their part; {@code
 * CheckRules}, {@code ExecutionRules}, {@code MeasureRules} and {@code CapRules} list all rules of a family on one screen. What they
 * find becomes sentences in {@code FindingWording}.
 *
 * <p>What each number comes from is noted by the rules as they compute it, when somebody asks ({@code explanation}).
 *
 * <p>May rely on {@code dossier}, {@code config} and {@code crm}; has no clock, no I/O, no Spring and no logging.
 */
@NullMarked
package io.plumbline.assess;

import org.jspecify.annotations.NullMarked;
