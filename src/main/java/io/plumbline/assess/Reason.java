package io.plumbline.assess;

/**
 * Why health is not 100: a measure, or the cap that holds it down, and what it costs.
 *
 * @param measure the id of the measure or cap
 * @param label what people call it
 * @param points of the 100, above 0
 */
public record Reason(String measure, String label, double points) {}
