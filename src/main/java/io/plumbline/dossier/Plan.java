package io.plumbline.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An account plan. Null for one of its four lists means that the connector cannot see them, empty that there are none.
 *
 * @param state null when it is none of the known states; such a plan never governs
 * @param lastSubstantiveChange the day its content last really changed, from the fingerprint of the content and not
 *     from the modified date
 * @param approvedById as it stands in the plan, because it is shown as evidence: an empty text is nobody
 * @param sections the plan's sections by id
 */
public record Plan(
        @Nullable String id,
        @Nullable String name,
        @Nullable State state,
        @Nullable String ownerId,
        @Nullable LocalDate periodStart,
        @Nullable LocalDate periodEnd,
        @Nullable LocalDate lastReviewedDate,
        @Nullable LocalDate lastSubstantiveChange,
        @Nullable LocalDate lastModifiedDate,
        @Nullable String approvedById,
        @Nullable LocalDate approvedDate,
        @Nullable Double targetRevenue,
        Map<String, PlanSection> sections,
        @Nullable List<Objective> objectives,
        @Nullable List<PlanAction> actions,
        @Nullable List<Stakeholder> stakeholders,
        @Nullable List<ValueOpportunity> valueOpportunities) {

    /** Where a plan is in its life. */
    public enum State {
        DRAFT,
        ACTIVE,
        CLOSED
    }

    public Plan {
        sections = CompactMap.copyOf(sections);
        objectives = objectives == null ? null : List.copyOf(objectives);
        actions = actions == null ? null : List.copyOf(actions);
        stakeholders = stakeholders == null ? null : List.copyOf(stakeholders);
        valueOpportunities = valueOpportunities == null ? null : List.copyOf(valueOpportunities);
    }

    /** Whether it is the plan, or one of them, by which people work. */
    public boolean isActive() {
        return state == State.ACTIVE;
    }

    /** The same plan with other sections. */
    public Plan withSections(Map<String, PlanSection> others) {
        return new Plan(
                id,
                name,
                state,
                ownerId,
                periodStart,
                periodEnd,
                lastReviewedDate,
                lastSubstantiveChange,
                lastModifiedDate,
                approvedById,
                approvedDate,
                targetRevenue,
                others,
                objectives,
                actions,
                stakeholders,
                valueOpportunities);
    }
}
