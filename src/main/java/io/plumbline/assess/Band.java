package io.plumbline.assess;

import java.util.Optional;

/** Relationship health in one word; {@link #INSUFFICIENT} when too little is known to judge (model section 5). */
public enum Band {
    GREEN,
    AMBER,
    RED,
    INSUFFICIENT;

    /** The band of this name; empty when there is none. */
    public static Optional<Band> named(String name) {
        for (Band band : values()) {
            if (band.name().equals(name)) {
                return Optional.of(band);
            }
        }
        return Optional.empty();
    }
}
