package io.plumbline.assess.account;

import io.plumbline.config.policy.AssessmentPolicy;
import io.plumbline.dossier.text.TextReading;
import java.util.ArrayList;
import java.util.List;

/** The word lists of a policy, made ready once for all accounts. Safe for use by several threads. */
public final class PolicyWords {

    private final TextReading text;
    private final SeniorityReading seniority;
    private final LabelList decisionRoles;
    private final LabelList leaderRoles;
    private final LabelList requiredBuyingRoles;
    private final LabelList renewalTypes;
    private final LabelList proactiveSources;
    private final LabelList sponsorRoles;

    public PolicyWords(AssessmentPolicy policy) {
        text = new TextReading(policy.text());
        seniority = new SeniorityReading(policy.seniority(), text);
        decisionRoles = new LabelList(policy.people().decisionRoles());
        List<String> leaders = new ArrayList<>(policy.people().decisionRoles());
        leaders.addAll(policy.people().championRoles());
        leaderRoles = new LabelList(leaders);
        requiredBuyingRoles = new LabelList(policy.people().requiredBuyingRoles());
        renewalTypes = new LabelList(policy.opportunities().renewalTypes());
        proactiveSources = new LabelList(policy.opportunities().proactiveSources());
        sponsorRoles = new LabelList(policy.roles().sponsorRoles());
    }

    public TextReading text() {
        return text;
    }

    SeniorityReading seniority() {
        return seniority;
    }

    /** Buying roles that decide. */
    public LabelList decisionRoles() {
        return decisionRoles;
    }

    /** Buying roles that decide or champion. */
    public LabelList leaderRoles() {
        return leaderRoles;
    }

    public LabelList requiredBuyingRoles() {
        return requiredBuyingRoles;
    }

    public LabelList renewalTypes() {
        return renewalTypes;
    }

    public LabelList proactiveSources() {
        return proactiveSources;
    }

    public LabelList sponsorRoles() {
        return sponsorRoles;
    }
}
