package io.plumbline.config.mapping;

import static io.plumbline.config.mapping.SourceName.*;

import java.util.Optional;

/**
 * Everything that the dossier can know of one record (model section 1), by the source that supplies it. The key
 * is the one in mapping.yaml and, where the dossier has the same fact, the one there.
 */
public enum Fact {
    ACCOUNT_ID(ACCOUNT, "id"),
    ACCOUNT_NAME(ACCOUNT, "name"),
    ACCOUNT_OWNER(ACCOUNT, "ownerId"),
    /** 1, 2 or 3. */
    ACCOUNT_TIER(ACCOUNT, "tier"),
    /** ISO code; there only in an org with several currencies. */
    ACCOUNT_CURRENCY(ACCOUNT, "currency"),
    ACCOUNT_CREATED(ACCOUNT, "createdDate"),
    /** The account above it; what plans of one hierarchy have in common is no copy. */
    ACCOUNT_PARENT(ACCOUNT, "parentId"),

    USER_ID(USERS, "id"),
    USER_NAME(USERS, "name"),
    USER_USERNAME(USERS, "username"),
    USER_ACTIVE(USERS, "active"),
    USER_MANAGER(USERS, "managerId"),

    TEAM_ID(TEAM, "id"),
    TEAM_USER(TEAM, "userId"),
    TEAM_ROLE(TEAM, "role"),

    CONTACT_ID(CONTACTS, "id"),
    CONTACT_NAME(CONTACTS, "name"),
    CONTACT_TITLE(CONTACTS, "title"),
    /** executive, director, manager or staff; where unmapped or empty the title decides. */
    CONTACT_LEVEL(CONTACTS, "level"),
    CONTACT_BUYING_ROLE(CONTACTS, "buyingRole"),
    /** Where unmapped, a contact is active as long as {@link #CONTACT_INACTIVE_SINCE} is empty or lies ahead. */
    CONTACT_ACTIVE(CONTACTS, "active"),
    CONTACT_INACTIVE_SINCE(CONTACTS, "inactiveSince"),
    CONTACT_CREATED(CONTACTS, "createdDate"),

    RELATION_ID(CONTACT_RELATIONS, "id"),
    /** A contact of another account who works with this one, too. */
    RELATION_CONTACT(CONTACT_RELATIONS, "contactId"),
    RELATION_NAME(CONTACT_RELATIONS, "name"),
    RELATION_TITLE(CONTACT_RELATIONS, "title"),
    RELATION_BUYING_ROLE(CONTACT_RELATIONS, "buyingRole"),
    /** Where unmapped, every relation is in force. */
    RELATION_ACTIVE(CONTACT_RELATIONS, "active"),

    OPPORTUNITY_ID(OPPORTUNITIES, "id"),
    OPPORTUNITY_NAME(OPPORTUNITIES, "name"),
    OPPORTUNITY_TYPE(OPPORTUNITIES, "type"),
    OPPORTUNITY_AMOUNT(OPPORTUNITIES, "amount"),
    /** 0..100. */
    OPPORTUNITY_PROBABILITY(OPPORTUNITIES, "probability"),
    OPPORTUNITY_STAGE(OPPORTUNITIES, "stage"),
    OPPORTUNITY_CLOSED(OPPORTUNITIES, "isClosed"),
    OPPORTUNITY_WON(OPPORTUNITIES, "isWon"),
    OPPORTUNITY_CREATED(OPPORTUNITIES, "createdDate"),
    OPPORTUNITY_CLOSE_DATE(OPPORTUNITIES, "closeDate"),
    OPPORTUNITY_LAST_ACTIVITY(OPPORTUNITIES, "lastActivityDate"),
    OPPORTUNITY_PUSH_COUNT(OPPORTUNITIES, "pushCount"),
    OPPORTUNITY_SOURCE(OPPORTUNITIES, "source"),
    /** A fraction 0..1 in the dossier. */
    OPPORTUNITY_MARGIN(OPPORTUNITIES, "marginPct"),
    OPPORTUNITY_PLANNED(OPPORTUNITIES, "planned"),
    OPPORTUNITY_CURRENCY(OPPORTUNITIES, "currency"),

    CONTACT_ROLE_ID(OPPORTUNITY_CONTACT_ROLES, "id"),
    CONTACT_ROLE_CONTACT(OPPORTUNITY_CONTACT_ROLES, "contactId"),

    LINE_ITEM_ID(OPPORTUNITY_LINE_ITEMS, "id"),
    LINE_ITEM_PRODUCT(OPPORTUNITY_LINE_ITEMS, "productId"),

    HISTORY_ID(OPPORTUNITY_HISTORY, "id"),
    /** The moment from which the opportunity stood so. */
    HISTORY_SINCE(OPPORTUNITY_HISTORY, "createdDate"),
    HISTORY_STAGE(OPPORTUNITY_HISTORY, "stage"),
    HISTORY_AMOUNT(OPPORTUNITY_HISTORY, "amount"),
    HISTORY_CLOSE_DATE(OPPORTUNITY_HISTORY, "closeDate"),

    PRODUCT_ID(PRODUCTS, "id"),
    PRODUCT_FAMILY(PRODUCTS, "family"),
    PRODUCT_ACTIVE(PRODUCTS, "active"),

    TASK_ID(TASKS, "id"),
    /** Plumbline's own key; a task that has one is ours and never an interaction (trap F11). */
    TASK_KEY(TASKS, "key"),
    TASK_SUBJECT(TASKS, "subject"),
    /** meeting, call, email or other. */
    TASK_KIND(TASKS, "kind"),
    /** in, out or both. */
    TASK_DIRECTION(TASKS, "direction"),
    TASK_DATE(TASKS, "date"),
    TASK_COMPLETED_ON(TASKS, "completedOn"),
    TASK_CLOSED(TASKS, "isClosed"),
    TASK_STATUS(TASKS, "status"),
    TASK_OWNER(TASKS, "ownerId"),
    TASK_WHO(TASKS, "whoId"),
    TASK_WHAT(TASKS, "whatId"),
    TASK_BUSINESS_REVIEW(TASKS, "businessReview"),

    EVENT_ID(EVENTS, "id"),
    EVENT_SUBJECT(EVENTS, "subject"),
    /** As {@link #TASK_KIND}; where unmapped every event is a meeting. */
    EVENT_KIND(EVENTS, "kind"),
    EVENT_DIRECTION(EVENTS, "direction"),
    EVENT_DATE(EVENTS, "date"),
    /** The moment it begins, which belongs to a day of the org's zone; counts unless the event lasts all day. */
    EVENT_STARTS(EVENTS, "startsAt"),
    /** An event with a day and no hour: no zone may shift that day. */
    EVENT_ALL_DAY(EVENTS, "allDay"),
    EVENT_OWNER(EVENTS, "ownerId"),
    EVENT_WHO(EVENTS, "whoId"),
    EVENT_BUSINESS_REVIEW(EVENTS, "businessReview"),

    TASK_RELATION_ID(TASK_RELATIONS, "id"),
    /** A contact, a lead or a user. */
    TASK_RELATION_PERSON(TASK_RELATIONS, "relationId"),

    EVENT_RELATION_ID(EVENT_RELATIONS, "id"),
    /** A contact, a lead, a user or a resource. */
    EVENT_RELATION_PERSON(EVENT_RELATIONS, "relationId"),
    /** New, Accepted or Declined; whoever declined was not there. */
    EVENT_RELATION_STATUS(EVENT_RELATIONS, "status"),

    EMAIL_ID(EMAILS, "id"),
    /** in or out; overrides the direction of the task that logs the e-mail. */
    EMAIL_DIRECTION(EMAILS, "direction"),
    EMAIL_DATE(EMAILS, "date"),
    /** The identifier that the message carries itself; two records with the same one are one message. */
    EMAIL_MESSAGE(EMAILS, "messageId"),

    EMAIL_RELATION_ID(EMAIL_RELATIONS, "id"),
    /** A contact, a lead or a user from whom an e-mail came or to whom it went. */
    EMAIL_RELATION_PERSON(EMAIL_RELATIONS, "relationId"),

    CASE_ID(CASES, "id"),
    CASE_ESCALATED(CASES, "escalated"),
    CASE_CREATED(CASES, "createdDate"),
    CASE_CLOSED(CASES, "closedDate"),

    PLAN_ID(PLANS, "id"),
    PLAN_NAME(PLANS, "name"),
    /** draft, active or closed. */
    PLAN_STATE(PLANS, "state"),
    PLAN_OWNER(PLANS, "ownerId"),
    PLAN_PERIOD_START(PLANS, "periodStart"),
    PLAN_PERIOD_END(PLANS, "periodEnd"),
    PLAN_LAST_REVIEWED(PLANS, "lastReviewedDate"),
    PLAN_LAST_MODIFIED(PLANS, "lastModifiedDate"),
    PLAN_APPROVED_BY(PLANS, "approvedById"),
    PLAN_APPROVED_ON(PLANS, "approvedDate"),
    PLAN_TARGET_REVENUE(PLANS, "targetRevenue"),
    PLAN_CURRENCY(PLANS, "currency"),

    SECTION_ENTRY_ID(PLAN_SECTIONS, "id"),
    /** Which section the entry belongs to, see {@link Section#entry()}. */
    SECTION_ENTRY_SECTION(PLAN_SECTIONS, "section"),
    SECTION_ENTRY_TEXT(PLAN_SECTIONS, "text"),
    /** The item's name; an entry with an empty one carries text alone. */
    SECTION_ENTRY_NAME(PLAN_SECTIONS, "name"),

    OBJECTIVE_ID(PLAN_OBJECTIVES, "id"),
    OBJECTIVE_NAME(PLAN_OBJECTIVES, "name"),
    OBJECTIVE_MEASURE(PLAN_OBJECTIVES, "measure"),
    OBJECTIVE_TARGET(PLAN_OBJECTIVES, "target"),
    OBJECTIVE_OWNER(PLAN_OBJECTIVES, "ownerId"),
    OBJECTIVE_START(PLAN_OBJECTIVES, "startDate"),
    OBJECTIVE_DUE(PLAN_OBJECTIVES, "dueDate"),
    /** A fraction 0..1 in the dossier. */
    OBJECTIVE_PROGRESS(PLAN_OBJECTIVES, "progress"),

    MEASURE_ID(PLAN_MEASURES, "id"),
    /** What is measured; the measure of its objective, unless that has one itself. */
    MEASURE_NAME(PLAN_MEASURES, "name"),
    /** What the objective aims at in this measure. */
    MEASURE_TARGET(PLAN_MEASURES, "target"),

    ACTION_ID(PLAN_ACTIONS, "id"),
    ACTION_NAME(PLAN_ACTIONS, "name"),
    ACTION_OWNER(PLAN_ACTIONS, "ownerId"),
    ACTION_DUE(PLAN_ACTIONS, "dueDate"),
    ACTION_COMPLETED(PLAN_ACTIONS, "completedDate"),

    STAKEHOLDER_ID(PLAN_STAKEHOLDERS, "id"),
    STAKEHOLDER_CONTACT(PLAN_STAKEHOLDERS, "contactId"),
    STAKEHOLDER_NAME(PLAN_STAKEHOLDERS, "name"),
    STAKEHOLDER_ROLE(PLAN_STAKEHOLDERS, "role"),

    VALUE_ID(PLAN_VALUES, "id"),
    VALUE_NAME(PLAN_VALUES, "name"),
    /** open, delivered or dropped. */
    VALUE_STATE(PLAN_VALUES, "state"),
    VALUE_SUPPLIER(PLAN_VALUES, "supplierValue"),
    VALUE_CUSTOMER(PLAN_VALUES, "customerValue"),
    VALUE_DELIVERED(PLAN_VALUES, "deliveredValue"),
    VALUE_DUE(PLAN_VALUES, "dueDate"),
    /** A fraction 0..1 in the dossier. */
    VALUE_CONFIDENCE(PLAN_VALUES, "confidence"),
    VALUE_OPPORTUNITY(PLAN_VALUES, "opportunityId"),
    VALUE_OWNER(PLAN_VALUES, "ownerId"),
    VALUE_CURRENCY(PLAN_VALUES, "currency"),

    CURRENCY_ID(CURRENCIES, "id"),
    CURRENCY_CODE(CURRENCIES, "isoCode"),
    /** Units of this currency for one of the corporate currency, as Salesforce keeps it. */
    CURRENCY_RATE(CURRENCIES, "conversionRate"),
    CURRENCY_CORPORATE(CURRENCIES, "isCorporate"),

    DATED_RATE_ID(DATED_RATES, "id"),
    DATED_RATE_CODE(DATED_RATES, "isoCode"),
    /** As {@link #CURRENCY_RATE}, from {@link #DATED_RATE_START} on, until another begins. */
    DATED_RATE_RATE(DATED_RATES, "conversionRate"),
    DATED_RATE_START(DATED_RATES, "startDate"),

    FISCAL_YEAR_ID(FISCAL_YEARS, "id"),
    /** What a fiscal year is called that the org has defined itself. */
    FISCAL_YEAR_NAME(FISCAL_YEARS, "name"),
    FISCAL_YEAR_START(FISCAL_YEARS, "startDate"),
    FISCAL_YEAR_END(FISCAL_YEARS, "endDate");

    private final SourceName source;
    private final String key;

    Fact(SourceName source, String key) {
        this.source = source;
        this.key = key;
    }

    public SourceName source() {
        return source;
    }

    /** The key below {@code required} or {@code optional} of its source in mapping.yaml. */
    public String key() {
        return key;
    }

    public static Optional<Fact> of(SourceName source, String key) {
        return source.facts().stream().filter(fact -> fact.key.equals(key)).findFirst();
    }
}
