package io.plumbline.config.policy;

import java.util.List;

/** The caps of the model (section 5), each with the numbers it takes besides its {@code max}. */
public enum HealthCap {
    SILENCE("cap.silence", false, RuleKey.days("days")),
    RENEWAL("cap.renewal", false, RuleKey.days("days"), RuleKey.days("idleDays")),
    CHAMPION_LEFT("cap.champion_left", false, RuleKey.days("days")),
    ESCALATION("cap.escalation", false, RuleKey.days("days")),
    REVENUE_LOSS("cap.revenue_loss", false, RuleKey.share("drop")),
    NO_EXECUTIVE("cap.no_executive", true, RuleKey.days("days"));

    private final String id;
    private final boolean tiers;
    private final List<RuleKey> keys;

    HealthCap(String id, boolean tiers, RuleKey... keys) {
        this.id = id;
        this.tiers = tiers;
        this.keys = List.of(keys);
    }

    public String id() {
        return id;
    }

    boolean hasTiers() {
        return tiers;
    }

    List<RuleKey> keys() {
        return keys;
    }
}
