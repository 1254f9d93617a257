package io.plumbline.assess;

import io.plumbline.dossier.CompactMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How current the plan is (model section 2).
 *
 * @param verdict the worst of the clocks
 * @param clocks by id, in the model's order; without a governing plan {@code plan.exists} alone
 * @param drift how far the account has moved on since the plan last really changed, 0 or more; null when nothing says
 *     when that was
 */
public record PlanCurrency(
        ClockVerdict verdict,
        Map<String, ClockVerdict> clocks,
        @Nullable Double drift) {

    public PlanCurrency {
        clocks = CompactMap.copyOf(clocks);
    }
}
