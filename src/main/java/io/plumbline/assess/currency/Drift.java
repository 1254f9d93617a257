package io.plumbline.assess.currency;

import io.plumbline.assess.account.Days;
import io.plumbline.assess.account.Money;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Records;
import io.plumbline.assess.explanation.Trace;
import io.plumbline.config.policy.CurrencyPolicy;
import io.plumbline.dossier.Contact;
import io.plumbline.dossier.Opportunity;
import io.plumbline.dossier.Plan;
import io.plumbline.dossier.Stakeholder;
import io.plumbline.dossier.TeamMember;
import java.time.LocalDate;
import java.util.List;
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
        Trace trace = subject.trace();
        int mark = trace.mark();
        double value = value(substantive, plan, subject, policy);
        double people = people(plan, subject, policy);
        double owner = owner(plan, subject, policy);
        int ownerMark = trace.mark();
        trace.given("planOwner", plan.ownerId());
        trace.given("accountOwner", subject.dossier().account().ownerId());
        trace.given("ownerChange", owner);
        trace.fold(ownerMark, Combination.TAKEN, "owner", owner);
        double executives = executives(substantive, plan, subject, policy);
        double total = Math.min(policy.max(), value + people + owner + executives);
        trace.fold(mark, Combination.SUM, "sum", value + people + owner + executives);
        trace.given("max", policy.max());
        trace.file(mark, Combination.LEAST, "drift", total);
        return new Drift(total, value, people, owner, executives);
    }

    private static double value(LocalDate substantive, Plan plan, Subject subject, CurrencyPolicy.Drift policy) {
        Trace trace = subject.trace();
        int mark = trace.mark();
        double unplanned = 0;
        for (Opportunity opportunity : subject.deals().all()) {
            if (isNew(opportunity.createdDate(), substantive, subject.days())
                    && !Boolean.TRUE.equals(opportunity.planned())) {
                unplanned += Money.of(opportunity.amount());
                trace.term("amount", Money.of(opportunity.amount()), opportunity.id());
            }
        }
        double size = Math.max(
                1, Math.max(Money.of(plan.targetRevenue()), subject.revenue().lastOrZero()));
        trace.fold(mark, Combination.SUM, "unplanned", unplanned);
        int greatest = trace.mark();
        trace.given("targetRevenue", Money.of(plan.targetRevenue()));
        trace.lay(subject.revenue().explainedLast());
        trace.given("least", 1);
        trace.fold(greatest, Combination.GREATEST, "size of the account", size);
        trace.fold(mark, Combination.QUOTIENT, "unplanned share", unplanned / size);
        trace.given("valueShareForFull", policy.valueShareForFull());
        trace.fold(mark, Combination.QUOTIENT, "share of a full point", unplanned / size / policy.valueShareForFull());
        trace.given("most", 1);
        double value = Math.min(1, unplanned / size / policy.valueShareForFull());
        trace.fold(mark, Combination.LEAST, "value", value);
        return value;
    }

    private static double people(Plan plan, Subject subject, CurrencyPolicy.Drift policy) {
        Trace trace = subject.trace();
        Records everybody = trace.records();
        Records gone = trace.records();
        int linked = 0;
        int left = 0;
        boolean decisionMakerLeft = false;
        for (Stakeholder stakeholder : stakeholders(plan)) {
            String id = stakeholder.contactId();
            if (id == null) {
                continue;
            }
            linked++;
            everybody.add(id);
            if (subject.people().hasLeft(id)) {
                left++;
                gone.add(id);
                Contact contact = subject.people().contact(id);
                decisionMakerLeft |=
                        contact != null && subject.words().decisionRoles().has(contact.buyingRole());
            }
        }
        int mark = trace.mark();
        trace.count("stakeholders who left", left, gone);
        if (left == 0) {
            trace.fold(mark, Combination.TAKEN, "people", 0);
            return 0;
        }
        double share = (double) left / linked;
        double extra = decisionMakerLeft ? policy.decisionMaker() : 0;
        double people = Math.min(1, share * policy.peopleFactor() + extra);
        trace.count("stakeholders", linked, everybody);
        trace.fold(mark, Combination.QUOTIENT, "share who left", share);
        trace.given("peopleFactor", policy.peopleFactor());
        trace.fold(mark, Combination.PRODUCT, "weighted share", share * policy.peopleFactor());
        trace.given("decisionMaker", extra);
        trace.fold(mark, Combination.SUM, "sum", share * policy.peopleFactor() + extra);
        trace.given("most", 1);
        trace.fold(mark, Combination.LEAST, "people", people);
        return people;
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
        boolean[] known = new boolean[subject.people().contacts()];
        for (Stakeholder stakeholder : stakeholders(plan)) {
            int place = placeOf(stakeholder.contactId(), subject);
            if (place >= 0) {
                known[place] = true;
            }
        }
        Trace trace = subject.trace();
        Records newcomers = trace.records();
        int unknown = 0;
        for (Contact executive : subject.people().activeExecutives()) {
            int place = placeOf(executive.id(), subject);
            boolean isKnown = place >= 0 && known[place];
            if (!isKnown && isNew(executive.createdDate(), substantive, subject.days())) {
                unknown++;
                newcomers.add(executive.id());
            }
        }
        double counted = Math.min(unknown, policy.newExecutivesMax());
        int mark = trace.mark();
        trace.given("newExecutive", policy.newExecutive());
        int least = trace.mark();
        trace.count("new executives", unknown, newcomers);
        trace.given("newExecutivesMax", policy.newExecutivesMax());
        trace.fold(least, Combination.LEAST, "that count", counted);
        trace.fold(mark, Combination.PRODUCT, "executives", policy.newExecutive() * counted);
        return policy.newExecutive() * counted;
    }

    private static int placeOf(@Nullable String contact, Subject subject) {
        return contact == null ? -1 : subject.people().placeOf(contact);
    }

    private static List<Stakeholder> stakeholders(Plan plan) {
        return plan.stakeholders() == null ? List.of() : plan.stakeholders();
    }

    private static boolean isNew(@Nullable LocalDate created, LocalDate since, Days days) {
        return created != null && created.isAfter(since) && days.isNotAfter(created);
    }
}
