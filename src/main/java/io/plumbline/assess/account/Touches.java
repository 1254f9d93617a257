package io.plumbline.assess.account;

import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Records;
import io.plumbline.assess.explanation.Trace;
import io.plumbline.config.policy.InteractionPolicy;
import io.plumbline.dossier.Dossier;
import io.plumbline.dossier.Interaction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/** The interactions that took place, two-way or not (model section 1, interactions and units). */
public final class Touches {

    private static final int[] NOBODY = {};

    private final List<Touch> all;
    private final List<Touch> twoWay;
    private final People people;
    private final Roster users;
    private final double halfLife;
    private long lastTwoWay = Long.MAX_VALUE;
    private long lastWithExecutive = Long.MAX_VALUE;

    Touches(Dossier dossier, Days days, People people, InteractionPolicy policy, Decay decay, int tier) {
        this.people = people;
        this.halfLife = policy.halfLifeDays().get(tier);
        this.all = new ArrayList<>(dossier.interactions().size());
        this.twoWay = new ArrayList<>(dossier.interactions().size());
        this.users = new Roster(dossier.users() == null ? 0 : dossier.users().size());
        for (Interaction interaction : dossier.interactions()) {
            LocalDate date = days.lookingBack(interaction.date());
            if (date != null) {
                add(interaction, days.age(date), policy, decay, tier);
            }
        }
    }

    private void add(Interaction interaction, long age, InteractionPolicy policy, Decay decay, int tier) {
        double weight = switch (interaction.kind()) {
            case MEETING -> policy.meeting();
            case CALL -> policy.call();
            case EMAIL -> policy.email();
            case OTHER -> policy.other();
        };
        boolean isTwoWay = interaction.isTwoWay();
        double unit = isTwoWay && age < Days.YEAR ? weight * decay.after(age, tier) : 0;
        Touch touch = new Touch(
                interaction,
                age,
                contacts(interaction.contactIds()),
                users(interaction.userIds()),
                weight,
                isTwoWay,
                unit);
        all.add(touch);
        if (isTwoWay) {
            twoWay.add(touch);
            lastTwoWay = Math.min(lastTwoWay, age);
            if (age < lastWithExecutive && people.isWithExecutive(touch)) {
                lastWithExecutive = age;
            }
        }
    }

    private int[] contacts(List<String> ids) {
        if (ids.size() == 1) {
            int place = people.activePlaceOf(ids.getFirst());
            return place < 0 ? NOBODY : people.alone(place);
        }
        int[] places = ids.isEmpty() ? NOBODY : new int[ids.size()];
        int found = 0;
        for (int i = 0; i < ids.size(); i++) {
            int place = people.activePlaceOf(ids.get(i));
            if (place >= 0) {
                places[found++] = place;
            }
        }
        return distinct(places, found);
    }

    private int[] users(List<String> ids) {
        if (ids.size() == 1) {
            return users.alone(users.add(ids.getFirst()));
        }
        int[] places = ids.isEmpty() ? NOBODY : new int[ids.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = users.add(ids.get(i));
        }
        return distinct(places, places.length);
    }

    /** Each of the first {@code length} places once, in their order. */
    private static int[] distinct(int[] places, int length) {
        if (length > 32) {
            return Arrays.stream(places, 0, length).distinct().toArray();
        }
        int kept = 0;
        for (int i = 0; i < length; i++) {
            boolean isNew = true;
            for (int j = 0; j < kept && isNew; j++) {
                isNew = places[j] != places[i];
            }
            if (isNew) {
                places[kept++] = places[i];
            }
        }
        return kept == places.length ? places : Arrays.copyOf(places, kept);
    }

    /** In any direction. */
    public List<Touch> all() {
        return all;
    }

    /** Those in which the customer said something. */
    public List<Touch> twoWay() {
        return twoWay;
    }

    /** The age of the last two-way touch; {@link Long#MAX_VALUE} when there is none. */
    public long lastTwoWay() {
        return lastTwoWay;
    }

    /** The age of the last two-way touch with an active executive; {@link Long#MAX_VALUE} when there is none. */
    public long lastWithExecutive() {
        return lastWithExecutive;
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
        return lastTwoWay != Long.MAX_VALUE && Days.isWithin(lastTwoWay, days);
    }

    /** Which active contacts had a two-way touch within so many days, by their places in {@link People}. */
    public boolean[] reached(double days) {
        boolean[] reached = new boolean[people.contacts()];
        for (Touch touch : twoWay) {
            if (Days.isWithin(touch.age(), days)) {
                for (int contact : touch.contacts()) {
                    reached[contact] = true;
                }
            }
        }
        return reached;
    }

    /** Whether one of these users took part. */
    public boolean isWithOneOf(Touch touch, Set<String> ids) {
        for (int user : touch.users()) {
            if (ids.contains(users.id(user))) {
                return true;
            }
        }
        return false;
    }

    public Units units(Party party) {
        return new Units(twoWay, party, party == Party.CUSTOMER ? people.contacts() : users.size());
    }

    /** The id of a person who took part. */
    public String id(Party party, int place) {
        return party == Party.CUSTOMER ? people.contactId(place) : users.id(place);
    }

    /** Lays what the units of a person come from. */
    public void explainUnits(Party party, int person, double units, Trace trace) {
        int mark = trace.mark();
        for (Touch touch : twoWay) {
            if (touch.unit() > 0 && Arrays.stream(touch.people(party)).anyMatch(each -> each == person)) {
                int term = trace.mark();
                trace.given("weight", touch.weight());
                trace.given("age in days", touch.age());
                trace.given("halfLifeDays", halfLife);
                trace.fold(term, Combination.DECAYED, "units", touch.unit());
                Records record = trace.records();
                record.add(touch.interaction().id());
                trace.from(record);
            }
        }
        trace.fold(mark, Combination.SUM, "units", units);
    }
}
