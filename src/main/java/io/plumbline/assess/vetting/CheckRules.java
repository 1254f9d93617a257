package io.plumbline.assess.vetting;

import io.plumbline.config.policy.VettingCheck;

/** All vetting checks on one screen. */
final class CheckRules {

    private CheckRules() {}

    static CheckRule of(VettingCheck check) {
        return switch (check) {
            case APPROVED -> ApprovalCheck::approved;
            case TARGET -> TargetChecks::target;
            case AMBITION -> TargetChecks::ambition;
            case COVERAGE -> CoverageCheck::coverage;
            case MONETISED -> ValueChecks::monetised;
            case MUTUAL -> ValueChecks::mutual;
            case LINKED -> ValueChecks::linked;
            case CONSISTENT -> ContradictionCheck::consistent;
            case SMART -> ObjectiveCheck::smart;
            case REALISTIC -> RealismCheck::realistic;
        };
    }
}
