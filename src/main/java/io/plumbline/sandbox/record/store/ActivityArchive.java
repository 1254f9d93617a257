package io.plumbline.sandbox.record.store;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Which activities are archived: events and closed tasks of 365 days ago and more, by their due date, or by their creation where they have
 * none. The real service moves them in a background run; here they move as the clock does.
 */
public final class ActivityArchive {

    private static final int DAYS = 365;

    private final Clock clock;
    private final ZoneId zone;

    public ActivityArchive(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    boolean applies(StoredRecord stored) {
        return stored.object().name().equals("Task") || stored.object().name().equals("Event");
    }

    boolean holds(StoredRecord activity) {
        if (activity.object().name().equals("Task") && !activity.isTrue("IsClosed")) {
            return false;
        }
        LocalDate limit = LocalDate.ofInstant(clock.instant(), zone).minusDays(DAYS);
        LocalDate due = activity.get("ActivityDate") instanceof LocalDate date
                ? date
                : activity.get("CreatedDate") instanceof Instant created
                        ? LocalDate.ofInstant(created, zone)
                        : LocalDate.MAX;
        return !due.isAfter(limit);
    }
}
