package io.plumbline.assess;

import io.plumbline.dossier.CompactMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How thorough the plan is (model section 3).
 *
 * @param score 0 to 100; 0 without a governing plan, null when no section is measured
 * @param sections scores 0 to 1 by section id, in the policy's order, of the measured sections
 * @param notMeasured sections, or halves of them, that the connector cannot see
 */
public record PlanThoroughness(@Nullable Double score, Map<String, Double> sections, List<String> notMeasured) {

    public PlanThoroughness {
        sections = CompactMap.copyOf(sections);
        notMeasured = List.copyOf(notMeasured);
    }
}
