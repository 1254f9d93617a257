package io.plumbline.assess;

import java.util.Map;

/**
 * The words about one clock, section, check, measure, role or cap.
 *
 * @param label what people call it
 * @param messages by variant, the ordinary one under an empty text; empty when it has none of its own
 * @param remedies likewise
 */
record Wording(String label, Map<String, Template> messages, Map<String, Template> remedies) {}
