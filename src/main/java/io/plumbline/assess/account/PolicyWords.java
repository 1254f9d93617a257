package io.plumbline.assess.account;

import io.plumbline.config.policy.AssessmentPolicy;
import io.plumbline.dossier.text.TextReading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The word lists of a policy, made ready once for all accounts. Safe for use by several threads. */
public final class PolicyWords {

    private final TextReading text;
    private final SeniorityReading seniority;
    private final Set<String> decisionRoles;
    private final Set<String> leaderRoles;
    private final List<String> requiredBuyingRoles;
    private final Set<String> renewalTypes;
    private final Set<String> proactiveSources;
    private final Set<String> sponsorRoles;
    private final Map<String, Set<String>> rolesByLabel = new HashMap<>();

    public PolicyWords(AssessmentPolicy policy) {
        text = new TextReading(policy.text());
        seniority = new SeniorityReading(policy.seniority(), text);
        decisionRoles = Label.all(policy.people().decisionRoles());
        leaderRoles = new LinkedHashSet<>(decisionRoles);
        leaderRoles.addAll(Label.all(policy.people().championRoles()));
        requiredBuyingRoles = new ArrayList<>(Label.all(policy.people().requiredBuyingRoles()));
        renewalTypes = Label.all(policy.opportunities().renewalTypes());
        proactiveSources = Label.all(policy.opportunities().proactiveSources());
        sponsorRoles = Label.all(policy.roles().sponsorRoles());
        policy.roles()
                .mapping()
                .forEach((label, roles) -> rolesByLabel
                        .computeIfAbsent(Label.of(label), known -> new LinkedHashSet<>())
                        .addAll(roles));
    }

    public TextReading text() {
        return text;
    }

    SeniorityReading seniority() {
        return seniority;
    }

    /** Buying roles that decide. */
    public Set<String> decisionRoles() {
        return decisionRoles;
    }

    /** Buying roles that decide or champion. */
    public Set<String> leaderRoles() {
        return leaderRoles;
    }

    public List<String> requiredBuyingRoles() {
        return requiredBuyingRoles;
    }

    public Set<String> renewalTypes() {
        return renewalTypes;
    }

    public Set<String> proactiveSources() {
        return proactiveSources;
    }

    public Set<String> sponsorRoles() {
        return sponsorRoles;
    }

    /** The roles that a team label stands for. */
    public Set<String> rolesOf(String label) {
        return rolesByLabel.getOrDefault(Label.of(label), Set.of());
    }
}
