package io.plumbline.extract.reading;

import io.plumbline.crm.FieldName;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.mirror.Fingerprint;
import io.plumbline.mirror.RowSource;
import io.plumbline.salesforce.SoqlQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How one source is read from one org: what the mapping asks for, as far as the org shows it.
 *
 * @param fields visible ones only, without those that {@link #way} adds
 * @param unstamped those of them that may change without the record's stamp: formulas, and fields of parents (trap C8)
 * @param account the field or path to the account
 * @param parent the field that names the parent record
 * @param ownKey the field that holds Plumbline's own key
 * @param condition what the records must meet besides
 */
public record SourceQuery(
        RowSource source,
        ObjectName object,
        List<FieldName> fields,
        Set<FieldName> unstamped,
        Optional<FieldName> account,
        Optional<FieldName> parent,
        Optional<FieldName> ownKey,
        Optional<String> condition,
        Way way) {

    /** How changes of an object become known. */
    public enum Way {
        /** By SystemModstamp; deleted and archived rows come along (traps C11, D12, G7). */
        WINDOW,
        /** By SystemModstamp, for objects whose rows are never deleted. */
        WINDOW_WITHOUT_DELETED,
        /** Not at all: everything is read each time, and what is no longer there has vanished. */
        SNAPSHOT;

        /** Deleted members and rates leave no tombstone; both are few. */
        private static final Set<ObjectName> WITHOUT_TOMBSTONES = Set.of(
                ObjectName.of("AccountTeamMember"),
                ObjectName.of("CurrencyType"),
                ObjectName.of("DatedConversionRate"));

        /** Deactivated, never deleted. */
        private static final ObjectName USER = ObjectName.of("User");

        /** The way of an object that carries stamps and marks what was deleted. */
        public static Way usual(ObjectName object) {
            if (WITHOUT_TOMBSTONES.contains(object)) {
                return SNAPSHOT;
            }
            return object.equals(USER) ? WINDOW_WITHOUT_DELETED : WINDOW;
        }
    }

    public static final FieldName STAMP = FieldName.of("SystemModstamp");
    public static final FieldName DELETED = FieldName.of("IsDeleted");

    public SourceQuery {
        fields = List.copyOf(fields);
        unstamped = Set.copyOf(unstamped);
    }

    /** What Plumbline must know of a task of its own. */
    public static final List<FieldName> OWN_TASK_FIELDS = Stream.of(
                    "Subject",
                    "Description",
                    "Priority",
                    "Status",
                    "IsClosed",
                    "OwnerId",
                    "ActivityDate",
                    "WhatId",
                    "CreatedDate")
            .map(FieldName::of)
            .toList();

    private static final ObjectName TASK = ObjectName.of("Task");
    private static final FieldName TASK_ACCOUNT = FieldName.of("AccountId");

    /** All accounts are mirrored; which of them are judged is asked anew each time, since that can change without a stamp. */
    public static SourceQuery ofScope(ObjectName account, String condition) {
        return new SourceQuery(
                RowSource.SCOPE,
                account,
                List.of(STAMP),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(condition),
                Way.SNAPSHOT);
    }

    /** Our own tasks, which are read apart from everybody's. */
    public static SourceQuery ofOwnTasks(List<FieldName> fields, FieldName key, Way way) {
        return new SourceQuery(
                RowSource.OWN_TASKS,
                TASK,
                fields,
                Set.of(),
                Optional.of(TASK_ACCOUNT),
                Optional.empty(),
                Optional.of(key),
                Optional.of(key + " != null"),
                way);
    }

    /** The last row that was applied: reading goes on after it when a cursor has died (traps B1, B8). */
    record Position(Instant stamp, RecordId id) {}

    /**
     * The rows of a slice, in an order that lets every page say how far reading has come. Rows stamped with the very end
     * may still be joined by others; the overlap of the next window reads them again.
     */
    SoqlQuery window(Slice slice, Optional<Position> after) {
        return query(slice.conditions(after), STAMP + ", Id", way == Way.WINDOW);
    }

    /** All rows that are there now, of a range of Ids. */
    SoqlQuery snapshot(IdRange range) {
        return query(range.conditions(), "Id", false);
    }

    /** What is asked for, of all rows that there are, for a person to read. */
    public SoqlQuery whole() {
        return query(List.of(), way == Way.SNAPSHOT ? "Id" : STAMP + ", Id", way == Way.WINDOW);
    }

    /** The rows with these Ids, as they are now, deleted or not, whether or not they meet the condition still. */
    SoqlQuery rows(Collection<RecordId> ids) {
        return new SoqlQuery(object, selected(), Optional.of(SoqlText.idIn(ids)), Optional.of("Id"), way == Way.WINDOW);
    }

    /** Id and stamp of all rows that are there now, archived ones included (trap G7), of a range of Ids. */
    SoqlQuery stamps(IdRange range) {
        List<String> all = new ArrayList<>(range.conditions());
        if (way == Way.WINDOW) {
            all.add(DELETED + " = false");
        }
        return new SoqlQuery(object, List.of(STAMP), where(all), Optional.of("Id"), way == Way.WINDOW);
    }

    /** Whether its rows tell when they changed. */
    public boolean isStamped() {
        return way != Way.SNAPSHOT || fields.contains(STAMP);
    }

    /** Changes whenever rows read before would look different if they were read again (trap C6). */
    public String fingerprint() {
        String told =
                object + "|" + fields.stream().sorted().map(FieldName::value).collect(Collectors.joining(",")) + "|"
                        + account + "|" + parent + "|" + ownKey + "|" + condition + "|" + way;
        return Fingerprint.of(told);
    }

    /** The account, read where no parent leads to it: a path to it would grow stale when the parent moves (trap C8). */
    public Optional<FieldName> ownAccount() {
        return account.filter(path -> parent.isEmpty() || !path.isPath());
    }

    private SoqlQuery query(List<String> all, String order, boolean includeDeleted) {
        return new SoqlQuery(object, selected(), where(all), Optional.of(order), includeDeleted);
    }

    private List<FieldName> selected() {
        List<FieldName> selected = new ArrayList<>(fields);
        ownAccount().ifPresent(selected::add);
        parent.ifPresent(selected::add);
        ownKey.ifPresent(selected::add);
        if (way != Way.SNAPSHOT) {
            selected.add(STAMP);
        }
        if (way == Way.WINDOW) {
            selected.add(DELETED);
        }
        return selected;
    }

    private Optional<String> where(List<String> all) {
        List<String> conditions = new ArrayList<>(all);
        condition.ifPresent(text -> conditions.add("(" + text + ")"));
        return conditions.isEmpty() ? Optional.empty() : Optional.of(String.join(" AND ", conditions));
    }
}
