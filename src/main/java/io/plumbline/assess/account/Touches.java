package io.plumbline.assess.account;

import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Records;
import io.plumbline.assess.explanation.Trace;
import io.plumbline.config.policy.InteractionPolicy;
import io.plumbline.dossier.Dossier;
import io.plumbline.dossier.Interaction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;

/** The interactions that took place, two-way or not (model section 1, interactions and units). */
public final class Touches {

    private final List<Touch> all = new ArrayList<>();
    private final List<Touch> twoWay = new ArrayList<>();
    private final double halfLife;

    Touches(Dossier dossier, Days days, People people, InteractionPolicy policy, int tier) {
        this.halfLife = policy.halfLifeDays().get(tier);
        for (Interaction interaction : dossier.interactions()) {
            LocalDate date = days.lookingBack(interaction.date());
            if (date != null) {
                Touch touch = touch(interaction, days.age(date), people, policy);
                all.add(touch);
                if (touch.twoWay()) {
                    twoWay.add(touch);
                }
            }
        }
    }

    private static Touch touch(Interaction interaction, long age, People people, InteractionPolicy policy) {
        List<String> contacts = new ArrayList<>();
        for (String contact : distinct(interaction.contactIds())) {
            if (people.isActiveContact(contact)) {
                contacts.add(contact);
            }
        }
        List<String> users = distinct(interaction.userIds());
        double weight = switch (interaction.kind()) {
            case MEETING -> policy.meeting();
            case CALL -> policy.call();
            case EMAIL -> policy.email();
            case OTHER -> policy.other();
        };
        return new Touch(interaction, age, contacts, users, weight, interaction.isTwoWay());
    }

    private static List<String> distinct(List<String> ids) {
        return ids.size() < 2 ? ids : List.copyOf(new LinkedHashSet<>(ids));
    }

    /** In any direction. */
    public List<Touch> all() {
        return all;
    }

    /** Those in which the customer said something. */
    public List<Touch> twoWay() {
        return twoWay;
    }

    /** The least age of a two-way touch that satisfies the condition. */
    public OptionalLong lastTwoWay(Predicate<Touch> condition) {
        long last = Long.MAX_VALUE;
        for (Touch touch : twoWay) {
            if (touch.age() < last && condition.test(touch)) {
                last = touch.age();
            }
        }
        return last == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(last);
    }

    /** Whether there is a two-way touch within so many days. */
    public boolean isTwoWayWithin(double days) {
        OptionalLong last = lastTwoWay(touch -> true);
        return last.isPresent() && Days.isWithin(last.getAsLong(), days);
    }

    private double unit(Touch touch) {
        return touch.weight() * Math.pow(0.5, touch.age() / halfLife);
    }

    /** Lays what the units of a person come from. */
    public void explainUnits(String person, Function<Touch, List<String>> people, double units, Trace trace) {
        int mark = trace.mark();
        for (Touch touch : twoWay) {
            if (touch.age() < Days.YEAR
                    && touch.weight() > 0
                    && people.apply(touch).contains(person)) {
                int term = trace.mark();
                trace.given("weight", touch.weight());
                trace.given("age in days", touch.age());
                trace.given("halfLifeDays", halfLife);
                trace.fold(term, Combination.DECAYED, "units", unit(touch));
                Records record = trace.records();
                record.add(touch.interaction().id());
                trace.from(record);
            }
        }
        trace.fold(mark, Combination.SUM, "units", units);
    }

    /** Units within the year by person, in the order in which people first appear: each touch counts in full to each. */
    public Map<String, Double> units(Function<Touch, List<String>> people) {
        Map<String, Double> units = new LinkedHashMap<>();
        for (Touch touch : twoWay) {
            if (touch.age() < Days.YEAR && touch.weight() > 0) {
                double unit = unit(touch);
                for (String person : people.apply(touch)) {
                    units.merge(person, unit, Double::sum);
                }
            }
        }
        return units;
    }
}
