package io.plumbline.dossier.building;

import io.plumbline.config.mapping.Fact;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The last day within a window on which each user took part in an activity, on any account. */
final class RecentActivity {

    private final LocalDate asOf;
    private final double days;
    private final Map<String, LocalDate> byActivity = new HashMap<>();
    private final Map<String, LocalDate> byUser = new HashMap<>();

    /** @param days how far back is looked */
    RecentActivity(LocalDate asOf, double days) {
        this.asOf = asOf;
        this.days = days;
    }

    void activity(MappedRow activity, @Nullable String owner, @Nullable LocalDate date) {
        if (date != null && !date.isAfter(asOf) && asOf.toEpochDay() - date.toEpochDay() < days) {
            byActivity.put(activity.id(), date);
            note(owner, date);
        }
    }

    /** Somebody related to an activity that was told before. */
    void person(MappedRow relation, Fact person) {
        relation.row()
                .parentId()
                .map(activity -> byActivity.get(activity.value()))
                .ifPresent(date -> note(relation.reference(person), date));
    }

    Map<String, LocalDate> lastByUser() {
        return byUser;
    }

    private void note(@Nullable String user, LocalDate date) {
        if (user != null) {
            byUser.merge(user, date, (left, right) -> left.isAfter(right) ? left : right);
        }
    }
}
