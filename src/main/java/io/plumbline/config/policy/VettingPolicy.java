package io.plumbline.config.policy;

import java.util.List;

/** The vetting checks that are asked, in the order of the file (model section 4). */
public record VettingPolicy(List<Check> checks) {

    /** One check with its weight and numbers. */
    public record Check(VettingCheck check, double weight, RuleNumbers numbers) {}

    public VettingPolicy {
        checks = List.copyOf(checks);
    }
}
