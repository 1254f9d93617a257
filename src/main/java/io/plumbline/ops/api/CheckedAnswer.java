package io.plumbline.ops.api;

import java.time.LocalDate;

/**
 * An answer of which every word is right by itself.
 *
 * @param reason in one line
 */
record CheckedAnswer(CheckedRequest request, String finding, String reason, LocalDate until) {}
