package io.plumbline.assess.health;

import io.plumbline.assess.account.Comparison;
import io.plumbline.assess.account.Days;
import io.plumbline.assess.account.LabelList;
import io.plumbline.assess.account.Party;
import io.plumbline.assess.account.Reading;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.account.Touches;
import io.plumbline.assess.account.Units;
import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Records;
import io.plumbline.assess.explanation.Trace;
import io.plumbline.config.policy.RuleNumbers;
import io.plumbline.dossier.Contact;
import org.jspecify.annotations.Nullable;

/** Whether the relationship rests on many people or on few. */
final class BreadthMeasures {

    private BreadthMeasures() {}

    static Reading engaged(Subject subject, RuleNumbers numbers) {
        if (!subject.captures()) {
            subject.trace().given("activityCapture", false);
            return Reading.unknown();
        }
        double window = subject.at(subject.policy().windows().engaged());
        subject.trace().given("days", window);
        boolean[] reached = subject.touches().reached(window);
        Records records = subject.trace().records();
        int engaged = 0;
        for (int contact = 0; contact < reached.length; contact++) {
            if (reached[contact]) {
                engaged++;
                records.add(subject.people().contactId(contact));
            }
        }
        subject.trace().count("people", engaged, records);
        return Reading.x(engaged);
    }

    static Reading customerConcentration(Subject subject, RuleNumbers numbers) {
        if (!subject.captures() || !subject.touches().isTwoWayWithin(Days.YEAR)) {
            subject.trace().given("activityCapture", subject.captures());
            subject.trace()
                    .given("interactions within a year", subject.touches().isTwoWayWithin(Days.YEAR));
            return Reading.unknown();
        }
        Reading concentration = concentration(subject, Party.CUSTOMER);
        if (concentration == null) {
            subject.trace().given("none with an active contact", 0);
            return Reading.score(0);
        }
        return concentration;
    }

    static Reading supplierConcentration(Subject subject, RuleNumbers numbers) {
        if (!subject.captures()) {
            subject.trace().given("activityCapture", false);
            return Reading.unknown();
        }
        Reading concentration = concentration(subject, Party.SUPPLIER);
        if (concentration == null) {
            subject.trace().given("users in touch within a year", 0);
            return Reading.unknown();
        }
        return concentration;
    }

    static Reading buyingRoles(Subject subject, RuleNumbers numbers) {
        Trace trace = subject.trace();
        Records stated = trace.records();
        LabelList required = subject.words().requiredBuyingRoles();
        boolean[] held = new boolean[required.size()];
        int known = 0;
        for (Contact contact : subject.dossier().contacts()) {
            String role = contact.buyingRole();
            if (role != null && subject.words().text().isFilled(role)) {
                known++;
                stated.add(contact.id());
                int place = contact.active() ? required.placeOf(role) : -1;
                if (place >= 0) {
                    held[place] = true;
                }
            }
        }
        trace.count("contacts with a buying role", known, stated);
        trace.given("minKnown", numbers.get("minKnown", subject.tier()));
        if (held.length == 0 || Comparison.below(known, numbers.get("minKnown", subject.tier()))) {
            return Reading.unknown();
        }
        int count = 0;
        for (boolean each : held) {
            count += each ? 1 : 0;
        }
        double share = (double) count / held.length;
        int mark = trace.mark();
        trace.given("required roles held", count);
        trace.given("required roles", held.length);
        trace.fold(mark, Combination.QUOTIENT, "share", share);
        trace.fold(mark, Combination.PERCENT, "per cent", 100 * share);
        return Reading.score(100 * share);
    }

    /** How much of what was said went through few people, with their units cut by the policy; null when nobody has units. */
    private static @Nullable Reading concentration(Subject subject, Party party) {
        double most = subject.policy().interactions().unitCap();
        Units units = subject.touches().units(party);
        Trace trace = subject.trace();
        int mark = trace.mark();
        if (trace.isOn()) {
            explain(units, party, most, subject.touches(), trace);
        }
        if (units.total(most) <= 0) {
            return null;
        }
        double concentration = units.concentration(most);
        trace.fold(mark, Combination.CONCENTRATION, "concentration", concentration);
        return Reading.x(concentration);
    }

    private static void explain(Units units, Party party, double most, Touches touches, Trace trace) {
        for (int person : units.people()) {
            int mark = trace.mark();
            touches.explainUnits(party, person, units.of(person), trace);
            trace.given("unitCap", most);
            trace.fold(mark, Combination.LEAST, "units of a person", Math.min(units.of(person), most));
            Records record = trace.records();
            record.add(touches.id(party, person));
            trace.from(record);
        }
    }
}
