package io.plumbline.assess.health;

import io.plumbline.assess.account.Comparison;
import io.plumbline.assess.account.Days;
import io.plumbline.assess.account.Label;
import io.plumbline.assess.account.Reading;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.account.Touch;
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
            return Reading.unknown();
        }
        double window = subject.at(subject.policy().windows().engaged());
        Set<String> engaged = new HashSet<>();
        for (Touch touch : subject.touches().twoWay()) {
            if (Days.isWithin(touch.age(), window)) {
                engaged.addAll(touch.contacts());
            }
        }
        return Reading.x(engaged.size());
    }

    static Reading customerConcentration(Subject subject, RuleNumbers numbers) {
        if (!subject.captures() || !subject.touches().isTwoWayWithin(Days.YEAR)) {
            return Reading.unknown();
        }
        Map<String, Double> units = cutUnits(subject, Touch::contacts);
        double total = total(units);
        return total > 0 ? Reading.x(concentration(units, total)) : Reading.score(0);
    }

    static Reading supplierConcentration(Subject subject, RuleNumbers numbers) {
        if (!subject.captures()) {
            return Reading.unknown();
        }
        Map<String, Double> units = cutUnits(subject, Touch::users);
        double total = total(units);
        return total > 0 ? Reading.x(concentration(units, total)) : Reading.unknown();
    }

    static Reading buyingRoles(Subject subject, RuleNumbers numbers) {
        Set<String> held = new HashSet<>();
        int known = 0;
        for (Contact contact : subject.dossier().contacts()) {
            String role = contact.buyingRole();
            if (role != null && subject.words().text().isFilled(role)) {
                known++;
                if (contact.active()) {
                    held.add(Label.of(role));
                }
            }
        }
        List<String> required = subject.words().requiredBuyingRoles();
        if (required.isEmpty() || Comparison.below(known, numbers.get("minKnown", subject.tier()))) {
            return Reading.unknown();
        }
        double share = (double) required.stream().filter(held::contains).count() / required.size();
        return Reading.score(100 * share);
    }

    /** Units by person, cut where more through one person no longer counts as concentration. */
    private static Map<String, Double> cutUnits(Subject subject, Function<Touch, List<String>> people) {
        double most = subject.policy().interactions().unitCap();
        Map<String, Double> units = subject.touches().units(people);
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
    private static double concentration(Map<String, Double> units, double total) {
        double sum = 0;
        for (double unit : units.values()) {
            sum += unit / total * (unit / total);
        }
        return sum;
    }
}
