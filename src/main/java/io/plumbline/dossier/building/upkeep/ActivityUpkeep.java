package io.plumbline.dossier.building.upkeep;

import io.plumbline.crm.RecordId;
import io.plumbline.dossier.building.people.Participations;
import io.plumbline.mirror.Mirror;
import io.plumbline.mirror.MirrorRow;
import io.plumbline.mirror.RowSource;
import io.plumbline.mirror.Touched;
import io.plumbline.mirror.derived.AccountTree;
import io.plumbline.mirror.derived.ActivityDays;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps on which days users took part in activities, by which it is known who logs activity at all. */
final class ActivityUpkeep {

    private final Mirror mirror;
    private final RecordId org;
    private final Participations participations;

    ActivityUpkeep(Mirror mirror, RecordId org, Participations participations) {
        this.mirror = mirror;
        this.org = org;
        this.participations = participations;
    }

    /**
     * Holds the day of each activity where people are related to any, and nothing of them elsewhere: an org has millions.
     */
    void all() {
        boolean related = Participations.relations().anyMatch(mirror.org(org)::hasAny);
        Map<String, LocalDate> days = new HashMap<>();
        BiConsumer<RowSource, Consumer<MirrorRow>> rows =
                (source, visitor) -> mirror.org(org).each(source, visitor);
        ActivityDays.Refill refill = mirror.derived(org).activities().refill();
        participations.owners(rows, (activity, owner, day) -> {
            if (related) {
                days.put(activity, day);
            }
            if (owner != null) {
                refill.add(new ActivityDays.Day(activity, owner, day));
            }
        });
        refill.flush();
        if (related) {
            participations.others(
                    rows,
                    days,
                    (activity, user, day) -> refill.addUnlessThere(new ActivityDays.Day(activity, user, day)));
        }
        refill.flush();
    }

    /**
     * Follows the touched activities.
     *
     * @param windows the days back within which activity is looked for, of each tier
     * @return the accounts of whose owner it is said now, and was not before, or the other way round, that activity is logged
     */
    Set<RecordId> some(Touched touched, LocalDate day, List<Double> windows) {
        Set<String> ids = new HashSet<>();
        Participations.sources().map(touched::records).forEach(ids::addAll);
        if (ids.isEmpty()) {
            return Set.of();
        }
        List<RecordId> records = ids.stream().map(RecordId::of).toList();
        Set<ActivityDays.Day> now = days((source, visitor) -> (Participations.ACTIVITIES.contains(source)
                        ? mirror.org(org).live(source, records)
                        : mirror.org(org).below(source, records))
                .forEach(visitor));
        ActivityDays activities = mirror.derived(org).activities();
        Set<String> users = new HashSet<>(activities.users(ids));
        now.forEach(one -> users.add(one.user()));
        Map<String, Optional<LocalDate>> before = last(activities, users, day);
        activities.replace(ids, now);
        Map<String, Optional<LocalDate>> after = last(activities, users, day);
        AccountTree tree = mirror.derived(org).accounts();
        Set<RecordId> concerned = new HashSet<>();
        for (String user : users) {
            boolean differs = windows.stream()
                    .anyMatch(window ->
                            isWithin(before.get(user), window, day) != isWithin(after.get(user), window, day));
            if (differs) {
                concerned.addAll(tree.ownedBy(user));
            }
        }
        return concerned;
    }

    private Set<ActivityDays.Day> days(BiConsumer<RowSource, Consumer<MirrorRow>> rows) {
        Set<ActivityDays.Day> days = new HashSet<>();
        participations.each(rows, (activity, user, day) -> days.add(new ActivityDays.Day(activity, user, day)));
        return days;
    }

    private static Map<String, Optional<LocalDate>> last(ActivityDays activities, Set<String> users, LocalDate day) {
        Map<String, Optional<LocalDate>> last = new HashMap<>();
        users.forEach(user -> last.put(user, activities.last(user, day)));
        return last;
    }

    private static boolean isWithin(@Nullable Optional<LocalDate> last, double window, LocalDate day) {
        return last != null
                && last.filter(date -> day.toEpochDay() - date.toEpochDay() < window)
                        .isPresent();
    }
}
