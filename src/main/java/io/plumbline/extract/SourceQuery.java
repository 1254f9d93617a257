package io.plumbline.extract;

import io.plumbline.crm.FieldName;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.mirror.Fingerprint;
import io.plumbline.mirror.RowSource;
import io.plumbline.salesforce.SoqlQuery;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How one source is read from one org: what the mapping asks for, as far as the org shows it.
 *
 * @param fields visible ones only, without those that {@link #way} adds
 * @param account the field or path to the account
 * @param parent the field that names the parent record
 * @param ownKey the field that holds Plumbline's own key
 * @param condition what the records must meet besides
 */
public record SourceQuery(
        RowSource source,
        ObjectName object,
        List<FieldName> fields,
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
        SNAPSHOT
    }

    static final FieldName STAMP = FieldName.of("SystemModstamp");
    static final FieldName DELETED = FieldName.of("IsDeleted");

    /** Milliseconds always, as Salesforce writes them. */
    private static final DateTimeFormatter LITERAL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    public SourceQuery {
        fields = List.copyOf(fields);
    }

    /** The last row that was applied: reading goes on after it when a cursor has died (traps B1, B8). */
    record Position(Instant stamp, RecordId id) {}

    /**
     * The rows of a closed window, both ends included, in an order that lets every page say how far reading has come.
     * Rows stamped with the very end may still be joined by others; the overlap of the next window reads them again.
     *
     * @param from empty for the beginning of time: there is no hidden start (trap B9)
     */
    SoqlQuery window(Optional<Instant> from, Instant to, Optional<Position> after) {
        List<String> all = new ArrayList<>();
        after.ifPresentOrElse(
                last -> all.add("(" + STAMP + " > " + literal(last.stamp()) + " OR (" + STAMP + " = "
                        + literal(last.stamp()) + " AND Id > '" + last.id() + "'))"),
                () -> from.ifPresent(start -> all.add(STAMP + " >= " + literal(start))));
        all.add(STAMP + " <= " + literal(to));
        return query(all, STAMP + ", Id", way == Way.WINDOW);
    }

    /** All rows that are there now. */
    SoqlQuery snapshot(Optional<RecordId> after) {
        List<String> all = new ArrayList<>();
        after.ifPresent(last -> all.add("Id > '" + last + "'"));
        return query(all, "Id", false);
    }

    /** The Ids of all rows that are there now, archived ones included (trap G7). */
    SoqlQuery ids(Optional<RecordId> after) {
        List<String> all = new ArrayList<>();
        after.ifPresent(last -> all.add("Id > '" + last + "'"));
        if (way == Way.WINDOW) {
            all.add(DELETED + " = false");
        }
        return new SoqlQuery(object, List.of(), where(all), Optional.of("Id"), way == Way.WINDOW);
    }

    /** Changes whenever rows read before would look different if they were read again (trap C6). */
    String fingerprint() {
        String told =
                object + "|" + fields.stream().sorted().map(FieldName::value).collect(Collectors.joining(",")) + "|"
                        + account + "|" + parent + "|" + ownKey + "|" + condition + "|" + way;
        return Fingerprint.of(told);
    }

    private SoqlQuery query(List<String> all, String order, boolean includeDeleted) {
        List<FieldName> selected = new ArrayList<>(fields);
        account.ifPresent(selected::add);
        parent.ifPresent(selected::add);
        ownKey.ifPresent(selected::add);
        if (way != Way.SNAPSHOT) {
            selected.add(STAMP);
        }
        if (way == Way.WINDOW) {
            selected.add(DELETED);
        }
        return new SoqlQuery(object, selected, where(all), Optional.of(order), includeDeleted);
    }

    private Optional<String> where(List<String> all) {
        List<String> conditions = new ArrayList<>(all);
        condition.ifPresent(text -> conditions.add("(" + text + ")"));
        return conditions.isEmpty() ? Optional.empty() : Optional.of(String.join(" AND ", conditions));
    }

    private static String literal(Instant moment) {
        return LITERAL.format(moment);
    }
}
