package io.plumbline.config.mapping;

import io.plumbline.config.policy.ThoroughnessPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The places facts come from, each with its key in mapping.yaml. What is not mapped at all stays unknown. */
public enum SourceName {
    ACCOUNT("account", Owner.NOBODY),
    USERS("users", Owner.NOBODY),
    TEAM("team", Owner.ACCOUNT),
    CONTACTS("contacts", Owner.ACCOUNT),
    CONTACT_RELATIONS("contactRelations", Owner.ACCOUNT),
    OPPORTUNITIES("opportunities", Owner.ACCOUNT),
    OPPORTUNITY_CONTACT_ROLES("opportunityContactRoles", Owner.PARENT),
    OPPORTUNITY_LINE_ITEMS("opportunityLineItems", Owner.PARENT),
    OPPORTUNITY_HISTORY("opportunityHistory", Owner.PARENT),
    PRODUCTS("products", Owner.NOBODY),
    TASKS("tasks", Owner.ACCOUNT),
    EVENTS("events", Owner.ACCOUNT),
    TASK_RELATIONS("taskRelations", Owner.PARENT),
    EVENT_RELATIONS("eventRelations", Owner.PARENT),
    EMAILS("emails", Owner.PARENT),
    EMAIL_RELATIONS("emailRelations", Owner.PARENT),
    CASES("cases", Owner.ACCOUNT),
    PLANS("plans", Owner.ACCOUNT),
    PLAN_SECTIONS("planSections", Owner.PARENT),
    PLAN_OBJECTIVES("planObjectives", Owner.PARENT),
    PLAN_MEASURES("planMeasures", Owner.PARENT),
    PLAN_ACTIONS("planActions", Owner.PARENT),
    PLAN_STAKEHOLDERS("planStakeholders", Owner.PARENT),
    PLAN_VALUES("planValues", Owner.PARENT),
    CURRENCIES("currencies", Owner.NOBODY),
    DATED_RATES("datedRates", Owner.NOBODY),
    FISCAL_YEARS("fiscalYears", Owner.NOBODY);

    /** Whose records they are. */
    public enum Owner {
        /** The org's, or an account itself. */
        NOBODY,
        /** An account's: {@link Source#account()} is there. */
        ACCOUNT,
        /** Another record's: {@link Source#parent()} is there. */
        PARENT
    }

    private final String key;
    private final Owner owner;

    SourceName(String key, Owner owner) {
        this.key = key;
        this.owner = owner;
    }

    /** The key in mapping.yaml. */
    public String key() {
        return key;
    }

    public Owner owner() {
        return owner;
    }

    public static Optional<SourceName> of(String key) {
        return Arrays.stream(values()).filter(name -> name.key.equals(key)).findFirst();
    }

    /**
     * The source whose records bring the records of this one along: as long as those stand still, nothing of this one is
     * new, and it need not be asked for. Empty for records that come and go by themselves.
     */
    public Optional<SourceName> follows() {
        return switch (this) {
            case EMAIL_RELATIONS -> Optional.of(EMAILS);
            case OPPORTUNITY_HISTORY -> Optional.of(OPPORTUNITIES);
            default -> Optional.empty();
        };
    }

    /** Whether its records are settings, which people change by hand and rarely, so that once an hour is often enough. */
    public boolean isSettings() {
        return this == CURRENCIES || this == DATED_RATES || this == FISCAL_YEARS;
    }

    /** Where the items stand that a section of a plan takes from elsewhere in the plan. */
    public static SourceName of(ThoroughnessPolicy.Source items) {
        return switch (items) {
            case OBJECTIVES -> PLAN_OBJECTIVES;
            case ACTIONS -> PLAN_ACTIONS;
            case STAKEHOLDERS -> PLAN_STAKEHOLDERS;
            case VALUE_OPPORTUNITIES -> PLAN_VALUES;
        };
    }

    /** The facts that this source can supply, in the order of {@link Fact}. */
    public List<Fact> facts() {
        return Arrays.stream(Fact.values())
                .filter(fact -> fact.source() == this)
                .toList();
    }

    /** Whether its records may stand in numbered fields of the plan instead: the entries of a plan but its sections. */
    public boolean takesColumns() {
        return switch (this) {
            case PLAN_OBJECTIVES, PLAN_ACTIONS, PLAN_STAKEHOLDERS, PLAN_VALUES -> true;
            default -> false;
        };
    }

    /** Whether names beyond {@link #facts()} may be mapped: the entries of a plan's sections, whose item fields the policy names. */
    public boolean takesItemFields() {
        return this == PLAN_SECTIONS;
    }
}
