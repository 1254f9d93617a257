package io.plumbline.assess;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The verdict about one account on one day (model section 7). Numbers are unrounded; {@link WrittenNumber} rounds them
 * as the model writes them.
 *
 * @param planId the governing plan, null when there is none
 * @param findings in the order severity, theme, and the theme's own order: who stops reading early misses nothing worse
 * @param reasons at most three measures that cost health most, after the cap that lowered it, if one did
 */
public record Assessment(
        String accountId,
        LocalDate asOf,
        @Nullable String planId,
        PlanCurrency currency,
        PlanThoroughness thoroughness,
        PlanVetting vetting,
        PlanExecution execution,
        RoleCoverage roles,
        RelationshipHealth health,
        MoneyAtStake money,
        List<Finding> findings,
        List<Reason> reasons) {

    public Assessment {
        findings = List.copyOf(findings);
        reasons = List.copyOf(reasons);
    }
}
