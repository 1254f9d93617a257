package io.plumbline.assess;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which roles the account team covers (model section 4).
 *
 * @param score 0 to 100 by weight, null when team or users are unknown
 * @param missing ids of the roles nobody holds, the heaviest first
 */
public record RoleCoverage(@Nullable Double score, List<String> missing) {

    public RoleCoverage {
        missing = List.copyOf(missing);
    }
}
