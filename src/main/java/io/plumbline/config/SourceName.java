package io.plumbline.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The places facts come from, each with its key in mapping.yaml. What is not mapped at all stays unknown. */
public enum SourceName {
    ACCOUNT("account"),
    USERS("users"),
    TEAM("team"),
    CONTACTS("contacts"),
    OPPORTUNITIES("opportunities"),
    OPPORTUNITY_CONTACT_ROLES("opportunityContactRoles"),
    OPPORTUNITY_LINE_ITEMS("opportunityLineItems"),
    PRODUCTS("products"),
    TASKS("tasks"),
    EVENTS("events"),
    TASK_RELATIONS("taskRelations"),
    EVENT_RELATIONS("eventRelations"),
    EMAILS("emails"),
    CASES("cases"),
    PLANS("plans"),
    PLAN_SECTIONS("planSections"),
    PLAN_OBJECTIVES("planObjectives"),
    PLAN_ACTIONS("planActions"),
    PLAN_STAKEHOLDERS("planStakeholders"),
    PLAN_VALUES("planValues"),
    CURRENCIES("currencies");

    private final String key;

    SourceName(String key) {
        this.key = key;
    }

    /** The key in mapping.yaml. */
    public String key() {
        return key;
    }

    public static Optional<SourceName> of(String key) {
        return Arrays.stream(values()).filter(name -> name.key.equals(key)).findFirst();
    }

    /** The facts that this source can supply, in the order of {@link Fact}. */
    public List<Fact> facts() {
        return Arrays.stream(Fact.values())
                .filter(fact -> fact.source() == this)
                .toList();
    }

    /** Whether names beyond {@link #facts()} may be mapped: the entries of a plan's sections, whose item fields the policy names. */
    public boolean takesItemFields() {
        return this == PLAN_SECTIONS;
    }
}
