package io.plumbline.assess.health;

import io.plumbline.assess.account.Comparison;
import io.plumbline.assess.account.Days;
import io.plumbline.assess.account.Label;
import io.plumbline.assess.account.Reading;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.account.Touch;
import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Records;
import io.plumbline.assess.explanation.Trace;
import io.plumbline.config.policy.RuleNumbers;
import io.plumbline.dossier.Contact;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

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
        Set<String> engaged = new HashSet<>();
        for (Touch touch : subject.touches().twoWay()) {
            if (Days.isWithin(touch.age(), window)) {
                engaged.addAll(touch.contacts());
            }
        }
        Records records = subject.trace().records();
        records.addAll(engaged);
        subject.trace().count("people", engaged.size(), records);
        return Reading.x(engaged.size());
    }

    static Reading customerConcentration(Subject subject, RuleNumbers numbers) {
        if (!subject.captures() || !subject.touches().isTwoWayWithin(Days.YEAR)) {
            subject.trace().given("activityCapture", subject.captures());
            subject.trace()
                    .given("interactions within a year", subject.touches().isTwoWayWithin(Days.YEAR));
            return Reading.unknown();
        }
        int mark = subject.trace().mark();
        Map<String, Double> units = cutUnits(subject, Touch::contacts);
        double total = total(units);
        if (total > 0) {
            return Reading.x(concentration(units, total, mark, subject.trace()));
        }
        subject.trace().given("none with an active contact", 0);
        return Reading.score(0);
    }

    static Reading supplierConcentration(Subject subject, RuleNumbers numbers) {
        if (!subject.captures()) {
            subject.trace().given("activityCapture", false);
            return Reading.unknown();
        }
        int mark = subject.trace().mark();
        Map<String, Double> units = cutUnits(subject, Touch::users);
        double total = total(units);
        return total > 0 ? Reading.x(concentration(units, total, mark, subject.trace())) : Reading.unknown();
    }

    static Reading buyingRoles(Subject subject, RuleNumbers numbers) {
        Trace trace = subject.trace();
        Records stated = trace.records();
        Set<String> held = new HashSet<>();
        int known = 0;
        for (Contact contact : subject.dossier().contacts()) {
            String role = contact.buyingRole();
            if (role != null && subject.words().text().isFilled(role)) {
                known++;
                stated.add(contact.id());
                if (contact.active()) {
                    held.add(Label.of(role));
                }
            }
        }
        trace.count("contacts with a buying role", known, stated);
        trace.given("minKnown", numbers.get("minKnown", subject.tier()));
        List<String> required = subject.words().requiredBuyingRoles();
        if (required.isEmpty() || Comparison.below(known, numbers.get("minKnown", subject.tier()))) {
            return Reading.unknown();
        }
        double share = (double) required.stream().filter(held::contains).count() / required.size();
        int mark = trace.mark();
        trace.given("required roles held", share * required.size());
        trace.given("required roles", required.size());
        trace.fold(mark, Combination.QUOTIENT, "share", share);
        trace.fold(mark, Combination.PERCENT, "per cent", 100 * share);
        return Reading.score(100 * share);
    }

    /** Units by person, cut where more through one person no longer counts as concentration. */
    private static Map<String, Double> cutUnits(Subject subject, Function<Touch, List<String>> people) {
        double most = subject.policy().interactions().unitCap();
        Map<String, Double> units = subject.touches().units(people);
        Trace trace = subject.trace();
        if (trace.isOn()) {
            units.forEach((person, unit) -> {
                int mark = trace.mark();
                subject.touches().explainUnits(person, people, unit, trace);
                trace.given("unitCap", most);
                trace.fold(mark, Combination.LEAST, "units of a person", Math.min(unit, most));
                Records record = trace.records();
                record.add(person);
                trace.from(record);
            });
        }
        units.replaceAll((person, unit) -> Math.min(unit, most));
        return units;
    }

    private static double total(Map<String, Double> units) {
        double total = 0;
        for (double unit : units.values()) {
            total += unit;
        }
        return total;
    }

    /** The sum of squared shares: 1 when all goes through one person. */
    private static double concentration(Map<String, Double> units, double total, int mark, Trace trace) {
        double sum = 0;
        for (double unit : units.values()) {
            sum += unit / total * (unit / total);
        }
        trace.fold(mark, Combination.CONCENTRATION, "concentration", sum);
        return sum;
    }
}
