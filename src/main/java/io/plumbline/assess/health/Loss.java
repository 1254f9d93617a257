package io.plumbline.assess.health;

/**
 * What a measure, or the cap that holds health down, costs; in words it is a reason.
 *
 * @param id of the measure or cap
 * @param points of the 100, above 0
 */
public record Loss(String id, double points) {}
