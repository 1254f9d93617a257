package io.plumbline.config.policy;

import java.util.List;

/** The vetting checks of the model (section 4), each with the numbers it takes. */
public enum VettingCheck {
    APPROVED("vet.approved", RuleKey.days("daysBeforeStart")),
    TARGET("vet.target"),
    AMBITION("vet.ambition", RuleKey.any("minGrowth"), RuleKey.any("maxGrowth")),
    COVERAGE("vet.coverage", RuleKey.count("coverage")),
    MONETISED("vet.monetised", RuleKey.share("share")),
    MUTUAL("vet.mutual", RuleKey.share("share")),
    LINKED("vet.linked", RuleKey.share("share")),
    CONSISTENT("vet.consistent", RuleKey.count("amountTolerance")),
    SMART("vet.smart", RuleKey.share("share")),
    REALISTIC("vet.realistic", RuleKey.share("share"), RuleKey.count("pushes"));

    private final String id;
    private final List<RuleKey> keys;

    VettingCheck(String id, RuleKey... keys) {
        this.id = id;
        this.keys = List.of(keys);
    }

    public String id() {
        return id;
    }

    List<RuleKey> keys() {
        return keys;
    }
}
