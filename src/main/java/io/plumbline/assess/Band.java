package io.plumbline.assess;

/** Relationship health in one word; {@link #INSUFFICIENT} when too little is known to judge (model section 5). */
public enum Band {
    GREEN,
    AMBER,
    RED,
    INSUFFICIENT
}
