package io.plumbline.assess;

import io.plumbline.dossier.CompactMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether the plan is solid and defensible (model section 4).
 *
 * @param score 0 to 100: the weighted share of passed checks among the known; null when none is known
 * @param checks by id, in the policy's order
 */
public record PlanVetting(
        @Nullable Double score, Map<String, CheckVerdict> checks, List<Contradiction> contradictions) {

    public PlanVetting {
        checks = CompactMap.copyOf(checks);
        contradictions = List.copyOf(contradictions);
    }
}
