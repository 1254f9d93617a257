package io.plumbline.assess;

import io.plumbline.dossier.CompactMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether what was planned gets done (model section 4).
 *
 * @param score 0 to 100, null when no measure is known
 * @param measures scores 0 to 100 by id, in the policy's order; null for an unknown one
 */
public record PlanExecution(@Nullable Double score, Map<String, @Nullable Double> measures) {

    public PlanExecution {
        measures = CompactMap.copyOf(measures);
    }
}
