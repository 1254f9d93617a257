package io.plumbline.sandbox.record.derived;

import io.plumbline.sandbox.record.store.Records;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.record.store.UnitOfWork;
import io.plumbline.sandbox.schema.ObjectSchema;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The account of a task or event, its closing and times, and the last activity of the records it is about: those move with their system stamp
 * alone, their last modification stays.
 */
public final class ActivityDerivation implements Derivation {

    /** The fields whose change may move a parent's last activity; others do not make us read its siblings. */
    private static final List<String> MOVING = List.of("WhatId", "WhoId", "AccountId", "ActivityDate", "IsClosed");

    private final ZoneId zone;

    ActivityDerivation(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public void before(Change change) {
        change.derive("AccountId", account(change));
        if (change.object().name().equals("Task")) {
            task(change);
        } else {
            event(change);
        }
    }

    /** From What where it is an account or has one, else from Who; a case gives none. */
    private static @Nullable Object account(Change change) {
        StoredRecord what = change.parent("WhatId").orElse(null);
        if (what != null && what.object().name().equals("Account")) {
            return what.id();
        }
        if (what != null && !what.object().name().equals("Case")) {
            for (String field : List.of("AccountId", "Account__c")) {
                if (what.get(field) != null) {
                    return what.get(field);
                }
            }
        }
        return change.parent("WhoId").map(who -> who.get("AccountId")).orElse(null);
    }

    private static void task(Change change) {
        String status = change.text("Status");
        boolean closed = change.work().records().table("TaskStatus").all().stream()
                .filter(known -> Objects.equals(known.text("ApiName"), status))
                .anyMatch(known -> known.isTrue("IsClosed"));
        change.derive("IsClosed", closed);
        boolean isClosed = Boolean.TRUE.equals(change.get("IsClosed"));
        if (!isClosed) {
            change.derive("CompletedDateTime", null);
        } else if (change.get("CompletedDateTime") == null) {
            change.derive("CompletedDateTime", change.loading() ? change.get("LastModifiedDate") : change.now());
        }
        change.set("IsHighPriority", "High".equals(change.text("Priority")));
        change.values().putIfAbsent("TaskSubtype", "Task");
    }

    private void event(Change change) {
        change.values().putIfAbsent("EventSubtype", "Event");
        if (Boolean.TRUE.equals(change.get("IsAllDayEvent"))) {
            if (change.get("ActivityDate") instanceof LocalDate day) {
                change.set("ActivityDateTime", day.atStartOfDay(ZoneOffset.UTC).toInstant());
            }
        }
        if (change.given().contains("StartDateTime") || change.get("ActivityDateTime") == null) {
            change.set("ActivityDateTime", change.get("StartDateTime"));
        }
        if (change.get("ActivityDateTime") == null
                && change.loading()
                && change.get("ActivityDate") instanceof LocalDate day) {
            change.set("ActivityDateTime", day.atStartOfDay(zone).toInstant());
        }
        if (!(change.get("ActivityDateTime") instanceof Instant start)) {
            return;
        }
        change.set("StartDateTime", start);
        if (change.get("EndDateTime") instanceof Instant end
                && (change.given().contains("EndDateTime") || !change.given().contains("DurationInMinutes"))) {
            change.set("DurationInMinutes", (int) Duration.between(start, end).toMinutes());
        } else if (change.get("DurationInMinutes") == null && change.loading()) {
            change.set("DurationInMinutes", 60);
        }
        if (change.get("DurationInMinutes") instanceof Integer minutes) {
            Instant end = start.plus(Duration.ofMinutes(minutes));
            change.set("EndDateTime", end);
            change.set("EndDate", day(change, end));
        }
        change.set("ActivityDate", day(change, start));
    }

    /** An all-day event is a date at UTC midnight: no zone may shift it. */
    private LocalDate day(Change change, Instant instant) {
        boolean allDay = Boolean.TRUE.equals(change.get("IsAllDayEvent"));
        return LocalDate.ofInstant(instant, allDay ? ZoneOffset.UTC : zone);
    }

    @Override
    public void after(Change change, StoredRecord saved) {
        if (change.before() == null) {
            about(saved).forEach(id -> advance(change, id, saved));
        } else if (MOVING.stream().anyMatch(change::changes)) {
            Set<String> touched = new LinkedHashSet<>(about(saved));
            touched.addAll(about(change.before()));
            touched.forEach(id -> refresh(change.work(), id, change.now(), change.loading()));
        }
    }

    /** A new activity can only move the date forward, so its siblings need not be read. */
    private static void advance(Change change, String id, StoredRecord saved) {
        StoredRecord parent = change.work().records().find(id).orElse(null);
        if (parent != null && counts(saved) && saved.get("ActivityDate") instanceof LocalDate due) {
            LocalDate known = parent.get("LastActivityDate") instanceof LocalDate date ? date : LocalDate.MIN;
            move(change.work(), parent, due.isAfter(known) ? due : known, change.now(), change.loading());
        }
    }

    private static Set<String> about(StoredRecord activity) {
        Set<String> ids = new LinkedHashSet<>();
        for (String field : List.of("WhatId", "WhoId", "AccountId")) {
            if (activity.get(field) instanceof String id) {
                ids.add(id);
            }
        }
        return ids;
    }

    /** Works out a record's LastActivityDate anew: the latest due date of its events and closed tasks. */
    public static void refresh(UnitOfWork work, String id, Instant now, boolean quietly) {
        work.records().find(id).ifPresent(parent -> move(work, parent, latest(work.records(), id), now, quietly));
    }

    private static void move(
            UnitOfWork work, StoredRecord parent, @Nullable LocalDate latest, Instant now, boolean quietly) {
        boolean kept = parent.object().has("LastActivityDate") && !parent.deleted();
        if (!kept || Objects.equals(latest, parent.get("LastActivityDate"))) {
            return;
        }
        Map<String, Object> values = new HashMap<>(parent.values());
        if (latest == null) {
            values.remove("LastActivityDate");
        } else {
            values.put("LastActivityDate", latest);
        }
        if (!quietly) {
            values.put("SystemModstamp", now);
        }
        work.put(new StoredRecord(parent.object(), parent.id(), Map.copyOf(values)));
    }

    private static boolean counts(StoredRecord activity) {
        return !activity.deleted() && (activity.object().name().equals("Event") || activity.isTrue("IsClosed"));
    }

    private static @Nullable LocalDate latest(Records records, String id) {
        LocalDate latest = null;
        for (String object : List.of("Task", "Event")) {
            ObjectSchema activities = records.table(object).object();
            for (String field : List.of("WhatId", "WhoId", "AccountId")) {
                for (StoredRecord activity : records.lookup(activities, field, id)) {
                    if (counts(activity)
                            && activity.get("ActivityDate") instanceof LocalDate due
                            && (latest == null || due.isAfter(latest))) {
                        latest = due;
                    }
                }
            }
        }
        return latest;
    }
}
