package io.plumbline.config.policy;

import java.util.List;

/**
 * The health measures that the model defines (section 5), each with what it takes. An administrator adds measures of
 * other names from facts.
 */
public enum HealthMeasure {
    EXECUTIVE_ENGAGED("executive.engaged", true),
    EXECUTIVE_RECENCY("executive.recency", true),
    EXECUTIVE_SPONSOR(
            "executive.sponsor", false, RuleKey.score("seen"), RuleKey.score("unseen"), RuleKey.score("none")),
    BREADTH_ENGAGED("breadth.engaged", true),
    CUSTOMER_CONCENTRATION("breadth.customer_concentration", true),
    SUPPLIER_CONCENTRATION("breadth.supplier_concentration", true),
    BUYING_ROLES("breadth.buying_roles", false, RuleKey.count("minKnown")),
    RHYTHM_RECENCY("rhythm.recency", true),
    RHYTHM_TREND("rhythm.trend", true, RuleKey.aboveZero("smoothing")),
    RECIPROCITY("rhythm.reciprocity", true, RuleKey.count("minEmails")),
    NEXT_MEETING("rhythm.next_meeting", false, RuleKey.score("planned"), RuleKey.score("none")),
    GROWTH("momentum.growth", true, RuleKey.score("renewalProbability")),
    PIPELINE("momentum.pipeline", true),
    WIN_RATE("momentum.win_rate", true, RuleKey.count("minClosed")),
    SLIPPAGE("momentum.slippage", true, RuleKey.count("pushes")),
    MARGIN("momentum.margin", true),
    WALLET("momentum.wallet", true),
    PROACTIVE("value.proactive", true),
    WHITESPACE("value.whitespace", true),
    CSAT("satisfaction.csat", true),
    NPS("satisfaction.nps", true),
    ESCALATIONS("satisfaction.escalations", true),
    CASE_AGE("satisfaction.case_age", true),
    CASE_TREND("satisfaction.case_trend", true, RuleKey.aboveZero("smoothing"));

    private final String id;
    private final boolean curve;
    private final List<RuleKey> keys;

    HealthMeasure(String id, boolean curve, RuleKey... keys) {
        this.id = id;
        this.curve = curve;
        this.keys = List.of(keys);
    }

    public String id() {
        return id;
    }

    boolean hasCurve() {
        return curve;
    }

    List<RuleKey> keys() {
        return keys;
    }
}
