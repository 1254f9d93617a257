package io.plumbline.assess.vetting;

import io.plumbline.assess.Contradiction;
import io.plumbline.assess.Evidence;
import io.plumbline.assess.account.Comparison;
import io.plumbline.assess.account.Money;
import io.plumbline.assess.account.OpenValues;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Records;
import io.plumbline.config.policy.RuleNumbers;
import io.plumbline.dossier.Objective;
import io.plumbline.dossier.Opportunity;
import io.plumbline.dossier.Plan;
import io.plumbline.dossier.PlanAction;
import io.plumbline.dossier.Stakeholder;
import io.plumbline.dossier.ValueOpportunity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code vet.consistent}: plan and CRM do not say opposite things. Each kind of contradiction is one method. */
final class ContradictionCheck {

    private final Set<Contradiction> found = new LinkedHashSet<>();
    private final Plan plan;
    private final Subject subject;
    private final List<ValueOpportunity> open;

    private ContradictionCheck(Plan plan, Subject subject) {
        this.plan = plan;
        this.subject = subject;
        this.open = OpenValues.of(plan);
    }

    static CheckOutcome consistent(Plan plan, Subject subject, RuleNumbers numbers) {
        List<Contradiction> found = new ContradictionCheck(plan, subject).find(numbers);
        Records records = subject.trace().records();
        found.forEach(contradiction -> records.add(contradiction.ref()));
        int mark = subject.trace().mark();
        subject.trace().count("contradictions", found.size(), records);
        subject.trace().given("none", 0);
        subject.trace().fold(mark, Combination.AT_MOST, "passes", found.isEmpty());
        return found.isEmpty()
                ? CheckOutcome.passed()
                : CheckOutcome.failed(Evidence.none().with("contradictions", found));
    }

    private List<Contradiction> find(RuleNumbers numbers) {
        lost();
        amount(numbers.get("amountTolerance", subject.tier()));
        left();
        owner();
        foreign();
        return new ArrayList<>(found);
    }

    private void lost() {
        for (ValueOpportunity value : open) {
            Opportunity opportunity = opportunity(value);
            if (opportunity != null
                    && opportunity.isClosed()
                    && !subject.deals().isWon(opportunity)) {
                add(Contradiction.Kind.LOST, value.id(), value.opportunityId());
            }
        }
    }

    private void amount(double tolerance) {
        Map<String, Double> planned = new LinkedHashMap<>();
        for (ValueOpportunity value : open) {
            if (value.opportunityId() != null) {
                planned.merge(value.opportunityId(), Money.of(value.supplierValue()), Double::sum);
            }
        }
        planned.forEach((id, sum) -> {
            Opportunity opportunity = subject.deals().byId(id);
            double amount = opportunity == null ? 0 : Money.of(opportunity.amount());
            if (sum > 0 && amount > 0 && Comparison.above(Math.abs(sum - amount) / amount, tolerance)) {
                add(Contradiction.Kind.AMOUNT, id, plan.id());
            }
        });
    }

    private void left() {
        if (plan.stakeholders() == null) {
            return;
        }
        for (Stakeholder stakeholder : plan.stakeholders()) {
            if (stakeholder.contactId() != null && subject.people().hasLeft(stakeholder.contactId())) {
                add(Contradiction.Kind.LEFT, stakeholder.contactId(), plan.id());
            }
        }
    }

    private void owner() {
        if (plan.actions() != null) {
            for (PlanAction action : plan.actions()) {
                if (!subject.days().isNotAfter(action.completedDate())) {
                    addIfGone(action.ownerId(), action.id());
                }
            }
        }
        if (plan.objectives() != null) {
            for (Objective objective : plan.objectives()) {
                addIfGone(objective.ownerId(), objective.id());
            }
        }
        for (ValueOpportunity value : open) {
            addIfGone(value.ownerId(), value.id());
        }
    }

    private void foreign() {
        for (ValueOpportunity value : open) {
            if (value.opportunityId() != null && opportunity(value) == null) {
                add(Contradiction.Kind.FOREIGN, value.id(), value.opportunityId());
            }
        }
    }

    private void addIfGone(@Nullable String owner, @Nullable String ref) {
        if (owner != null && subject.people().isInactiveUser(owner)) {
            add(Contradiction.Kind.OWNER, ref, owner);
        }
    }

    private void add(Contradiction.Kind kind, @Nullable String ref, @Nullable String other) {
        found.add(new Contradiction(kind, ref, other));
    }

    private @Nullable Opportunity opportunity(ValueOpportunity value) {
        return value.opportunityId() == null ? null : subject.deals().byId(value.opportunityId());
    }
}
