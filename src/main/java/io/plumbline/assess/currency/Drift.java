package io.plumbline.assess.currency;

import io.plumbline.assess.account.Days;
import io.plumbline.assess.account.Label;
import io.plumbline.assess.account.Money;
import io.plumbline.assess.account.Subject;
import io.plumbline.config.policy.CurrencyPolicy;
import io.plumbline.dossier.Contact;
import io.plumbline.dossier.Opportunity;
import io.plumbline.dossier.Plan;
import io.plumbline.dossier.Stakeholder;
import io.plumbline.dossier.TeamMember;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far the account has moved on since the plan last really changed (model section 2).
 *
 * @param total the sum of the parts, limited by the policy
 * @param value unplanned business created since
 * @param people stakeholders of the plan who have left
 * @param owner a plan owner who neither owns the account nor works on it
 * @param executives new executives whom the plan does not know
 */
record Drift(double total, double value, double people, double owner, double executives) {

    static Drift since(LocalDate substantive, Plan plan, Subject subject) {
        CurrencyPolicy.Drift policy = subject.policy().currency().drift();
        double value = value(substantive, plan, subject, policy);
        double people = people(plan, subject, policy);
        double owner = owner(plan, subject, policy);
        double executives = executives(substantive, plan, subject, policy);
        double total = Math.min(policy.max(), value + people + owner + executives);
        return new Drift(total, value, people, owner, executives);
    }

    private static double value(LocalDate substantive, Plan plan, Subject subject, CurrencyPolicy.Drift policy) {
        double unplanned = 0;
        for (Opportunity opportunity : subject.deals().all()) {
            if (isNew(opportunity.createdDate(), substantive, subject.days())
                    && !Boolean.TRUE.equals(opportunity.planned())) {
                unplanned += Money.of(opportunity.amount());
            }
        }
        double size = Math.max(
                1, Math.max(Money.of(plan.targetRevenue()), subject.revenue().lastOrZero()));
        return Math.min(1, unplanned / size / policy.valueShareForFull());
    }

    private static double people(Plan plan, Subject subject, CurrencyPolicy.Drift policy) {
        int linked = 0;
        int left = 0;
        boolean decisionMakerLeft = false;
        for (Stakeholder stakeholder : stakeholders(plan)) {
            String id = stakeholder.contactId();
            if (id == null) {
                continue;
            }
            linked++;
            if (subject.people().hasLeft(id)) {
                left++;
                Contact contact = subject.people().contact(id);
                decisionMakerLeft |= contact != null
                        && Label.isIn(contact.buyingRole(), subject.words().decisionRoles());
            }
        }
        if (left == 0) {
            return 0;
        }
        return Math.min(
                1, (double) left / linked * policy.peopleFactor() + (decisionMakerLeft ? policy.decisionMaker() : 0));
    }

    private static double owner(Plan plan, Subject subject, CurrencyPolicy.Drift policy) {
        String planOwner = plan.ownerId();
        String accountOwner = subject.dossier().account().ownerId();
        if (planOwner == null || accountOwner == null || planOwner.equals(accountOwner)) {
            return 0;
        }
        for (TeamMember member : subject.people().activeTeam()) {
            if (planOwner.equals(member.userId())) {
                return 0;
            }
        }
        return policy.ownerChange();
    }

    private static double executives(LocalDate substantive, Plan plan, Subject subject, CurrencyPolicy.Drift policy) {
        Set<String> known = new HashSet<>();
        for (Stakeholder stakeholder : stakeholders(plan)) {
            if (stakeholder.contactId() != null) {
                known.add(stakeholder.contactId());
            }
        }
        int unknown = 0;
        for (Contact executive : subject.people().activeExecutives()) {
            boolean isKnown = executive.id() != null && known.contains(executive.id());
            if (!isKnown && isNew(executive.createdDate(), substantive, subject.days())) {
                unknown++;
            }
        }
        return policy.newExecutive() * Math.min(unknown, policy.newExecutivesMax());
    }

    private static List<Stakeholder> stakeholders(Plan plan) {
        return plan.stakeholders() == null ? List.of() : plan.stakeholders();
    }

    private static boolean isNew(@Nullable LocalDate created, LocalDate since, Days days) {
        return created != null && created.isAfter(since) && days.isNotAfter(created);
    }
}
