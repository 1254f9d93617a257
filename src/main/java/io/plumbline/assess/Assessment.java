package io.plumbline.assess;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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

    /** The finding behind the reason that costs health most; the most severe one when no reason has a finding. */
    public Optional<Finding> costsMost() {
        return reasons.stream()
                .flatMap(reason ->
                        findings.stream().filter(finding -> finding.id().equals(reason.measure())))
                .findFirst()
                .or(() -> findings.stream().findFirst());
    }

    /** What to do first: the remedy of the most severe finding, empty text when nothing was found. */
    public String nextStep() {
        return findings.isEmpty() ? "" : findings.getFirst().remedy();
    }
}
