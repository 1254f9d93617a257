package io.plumbline.assess;

import io.plumbline.config.policy.Severity;
import io.plumbline.config.policy.Theme;

/**
 * Something that is not as it should be about one account (model section 6).
 *
 * @param id which clock, section, check, measure, role or cap it comes from: {@code plan.review}, {@code section.risks},
 *     {@code vet.target}, {@code exec.overdue}, {@code role.innovator}, {@code rhythm.recency}, {@code cap.silence}
 * @param message one sentence that says what was seen, with the numbers
 * @param remedy one sentence that says what to do
 */
public record Finding(String id, Theme theme, Severity severity, Evidence evidence, String message, String remedy) {}
