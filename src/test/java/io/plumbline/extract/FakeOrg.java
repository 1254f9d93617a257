package io.plumbline.extract;

import io.plumbline.config.mapping.AccountFact;
import io.plumbline.config.mapping.Mapping;
import io.plumbline.config.mapping.Section;
import io.plumbline.config.mapping.Source;
import io.plumbline.crm.CrmRecord;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.FiscalYear;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.ApiUsage;
import io.plumbline.salesforce.FieldDescription;
import io.plumbline.salesforce.ObjectDescription;
import io.plumbline.salesforce.OrgIdentity;
import io.plumbline.salesforce.PageCursor;
import io.plumbline.salesforce.RecordPage;
import io.plumbline.salesforce.RecordWrite;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.SalesforceOrg;
import io.plumbline.salesforce.SoqlQuery;
import io.plumbline.salesforce.WriteOutcome;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A small Salesforce behind our own port, with a clock, rows that become visible late, cursors that die, and fields that
 * can be taken away. It answers the conditions that extraction writes and refuses all others.
 */
public final class FakeOrg implements SalesforceOrg {

    /** A row as the org holds it; invisible before {@code visibleFrom}. */
    private record Held(
            RecordId id, Instant stamp, boolean deleted, Instant visibleFrom, Map<FieldName, FieldValue> fields) {}

    private static final Map<String, String> RELATIONSHIPS =
            Map.of("Opportunity", "Opportunity", "Plan__r", "Plumbline_Plan__c", "Contact", "Contact");
    private static final Pattern AFTER =
            Pattern.compile("\\(SystemModstamp > (\\S+) OR \\(SystemModstamp = \\S+ AND Id > '(\\w{18})'\\)\\)");

    private final Map<String, Map<String, FieldDescription>> objects = new TreeMap<>();
    private final Map<String, Map<RecordId, Held>> rows = new HashMap<>();
    private final Map<String, Predicate<CrmRecord>> conditions = new HashMap<>();
    private final Map<String, List<CrmRecord>> cursors = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private Instant now = Instant.parse("2026-06-30T08:00:00Z");
    private boolean multiCurrency = true;
    private int pageSize = 2000;
    private boolean cursorsDie;
    private boolean countsTogether;
    private Predicate<String> uncounted = object -> false;
    private int pagesUntilTheLimit = Integer.MAX_VALUE;
    private int lie;
    private boolean oneBeyond;
    private int mostRows = Integer.MAX_VALUE;
    private Predicate<RecordId> shared = id -> true;

    /** An org that shows everything the mapping asks for. */
    public static FakeOrg showing(Mapping mapping) {
        FakeOrg org = new FakeOrg();
        for (Source source : mapping.sources().values()) {
            source.read().forEach(field -> org.show(source.object().value(), field));
            if (!Set.of("User", "CurrencyType", "DatedConversionRate")
                    .contains(source.object().value())) {
                org.show(source.object().value(), FieldName.of("IsDeleted"));
            }
            org.show(source.object().value(), FieldName.of("SystemModstamp"));
        }
        for (AccountFact fact : mapping.accountFacts()) {
            org.show("Account", fact.value());
            fact.date().ifPresent(date -> org.show("Account", date));
        }
        mapping.results().values().forEach(result -> org.show("Account", result.field()));
        for (Section section : mapping.sections().values()) {
            if (section.text() instanceof Section.PlanText text) {
                text.fields().forEach(field -> org.show("Plumbline_Plan__c", field));
            }
        }
        List.of(
                        "Subject",
                        "Description",
                        "ActivityDate",
                        "Priority",
                        "Status",
                        "OwnerId",
                        "WhatId",
                        "IsClosed",
                        "AccountId")
                .forEach(field -> org.show("Task", FieldName.of(field)));
        org.show("Task", mapping.taskKey());
        return org;
    }

    void show(String object, FieldName path) {
        List<String> steps = path.steps();
        String name = steps.getFirst();
        Map<String, FieldDescription> fields = objects.computeIfAbsent(object, any -> new TreeMap<>());
        if (steps.size() == 1) {
            fields.putIfAbsent(name, field(name, List.of(), Optional.empty()));
        } else {
            String reference = name.endsWith("__r") ? name.replace("__r", "__c") : name + "Id";
            fields.put(reference, field(reference, List.of(ObjectName.of(RELATIONSHIPS.get(name))), Optional.of(name)));
        }
    }

    public void hide(String object, String field) {
        objects.get(object).remove(field);
    }

    public void hide(String object) {
        objects.remove(object);
    }

    void describe(String object, FieldDescription field) {
        objects.get(object).put(field.name(), field);
    }

    public static FieldDescription field(String name, boolean updateable, boolean externalId, boolean unique) {
        return new FieldDescription(
                name,
                FieldDescription.Type.TEXT,
                255,
                0,
                0,
                updateable,
                updateable,
                true,
                externalId,
                unique,
                false,
                List.of(),
                Optional.empty());
    }

    /** A field that a formula fills. */
    static FieldDescription formula(String name) {
        return new FieldDescription(
                name,
                FieldDescription.Type.TEXT,
                255,
                0,
                0,
                false,
                false,
                true,
                false,
                false,
                true,
                List.of(),
                Optional.empty());
    }

    private static FieldDescription field(String name, List<ObjectName> to, Optional<String> relationship) {
        boolean key = name.equals("Plumbline_Key__c");
        return new FieldDescription(
                name, FieldDescription.Type.TEXT, 255, 0, 0, true, true, true, key, key, false, to, relationship);
    }

    public void at(Instant moment) {
        now = moment;
    }

    public void singleCurrency() {
        multiCurrency = false;
    }

    void pageSize(int size) {
        pageSize = size;
    }

    /** Counts several queries in one call, but for these objects. */
    void countTogether(Predicate<String> not) {
        countsTogether = true;
        uncounted = not;
    }

    /** Every cursor dies after one page. */
    void killCursors() {
        cursorsDie = true;
    }

    void stopAfterPages(int pages) {
        pagesUntilTheLimit = pages;
    }

    void countTooMany(int rows) {
        lie = rows;
    }

    /** Answers rows beyond the end of a window, as a server may (trap C4). */
    void answerBeyondTheWindow() {
        oneBeyond = true;
    }

    /** Queries whose answer has more rows take the server too long. */
    void giveUpBeyond(int rows) {
        mostRows = rows;
    }

    /** What the integration user may see, as sharing says; nothing of the rest is ever answered. */
    public void share(Predicate<RecordId> these) {
        shared = these;
    }

    void condition(String condition, Predicate<CrmRecord> meets) {
        conditions.put(condition, meets);
    }

    List<String> asked() {
        return asked;
    }

    List<String> asked(String object) {
        return asked.stream()
                .filter(query -> query.contains(" FROM " + object + " "))
                .toList();
    }

    public void put(String object, String id, Instant stamp, Map<String, FieldValue> fields) {
        put(object, id, stamp, stamp, false, fields);
    }

    void putLate(String object, String id, Instant stamp, Instant visibleFrom, Map<String, FieldValue> fields) {
        put(object, id, stamp, visibleFrom, false, fields);
    }

    public void delete(String object, String id, Instant stamp) {
        put(object, id, stamp, stamp, true, Map.of());
    }

    /** As if it had never been: no tombstone stays. */
    void erase(String object, String id) {
        rows.get(object).remove(RecordId.of(id));
    }

    private void put(
            String object,
            String id,
            Instant stamp,
            Instant visibleFrom,
            boolean deleted,
            Map<String, FieldValue> given) {
        Map<FieldName, FieldValue> fields = new HashMap<>();
        given.forEach((name, value) -> fields.put(FieldName.of(name), value));
        rows.computeIfAbsent(object, any -> new HashMap<>())
                .put(RecordId.of(id), new Held(RecordId.of(id), stamp, deleted, visibleFrom, fields));
    }

    @Override
    public OrgIdentity identity() {
        return new OrgIdentity(
                RecordId.of("00D000000000001"),
                URI.create("https://acme.example"),
                RecordId.of("005000000000001"),
                "integration@acme.example",
                ZoneId.of("Europe/Berlin"),
                Locale.GERMANY,
                FiscalYear.CALENDAR,
                "EUR",
                multiCurrency);
    }

    @Override
    public Set<ObjectName> objects() {
        return Set.copyOf(objects.keySet().stream().map(ObjectName::of).toList());
    }

    @Override
    public boolean describeAhead(Collection<ObjectName> wanted) {
        return wanted.stream().allMatch(object -> objects.containsKey(object.value()));
    }

    @Override
    public ObjectDescription describe(ObjectName object) {
        Map<String, FieldDescription> fields = objects.get(object.value());
        if (fields == null) {
            throw new SalesforceFailedException(new SalesforceFailure.NotThere(object + " is not there.", "Show it."));
        }
        return new ObjectDescription(object, true, true, fields);
    }

    @Override
    public List<OptionalLong> counts(List<SoqlQuery> queries) {
        if (!countsTogether) {
            return List.of();
        }
        if (queries.size() > COUNTED_TOGETHER) {
            throw new AssertionError(queries.size() + " counts at once");
        }
        return queries.stream()
                .map(query -> uncounted.test(query.object().value())
                        ? OptionalLong.empty()
                        : OptionalLong.of(matching(query).count()))
                .toList();
    }

    private Stream<Held> matching(SoqlQuery query) {
        return rows.getOrDefault(query.object().value(), Map.of()).values().stream()
                .filter(row -> !row.visibleFrom().isAfter(now))
                .filter(row -> shared.test(row.id()))
                .filter(row -> query.includeDeleted() || !row.deleted())
                .filter(row -> meets(row, query));
    }

    @Override
    public RecordPage query(SoqlQuery query) {
        asked.add(query.text());
        Map<String, FieldDescription> visible =
                objects.getOrDefault(query.object().value(), Map.of());
        List<CrmRecord> answer = matching(query)
                .sorted(order(query))
                .map(row -> record(row, query, visible))
                .toList();
        if (answer.size() > mostRows) {
            throw new SalesforceFailedException(
                    new SalesforceFailure.TookTooLong("The query took too long.", "Ask for less."));
        }
        return page(query, answer, answer.size() + lie);
    }

    @Override
    public RecordPage next(PageCursor cursor) {
        List<CrmRecord> rest = cursors.remove(cursor.locator());
        if (rest == null || cursorsDie) {
            throw new SalesforceFailedException(new SalesforceFailure.SessionLost("The cursor is dead.", "Ask again."));
        }
        return page(cursor.query(), rest, Long.parseLong(cursor.locator().split("-")[1]));
    }

    private RecordPage page(SoqlQuery query, List<CrmRecord> rows, long total) {
        if (pagesUntilTheLimit-- <= 0) {
            throw new SalesforceFailedException(
                    new SalesforceFailure.LimitReached("The calls of the day are used up.", "Wait for tomorrow."));
        }
        if (rows.size() <= pageSize) {
            return new RecordPage(rows, total, Optional.empty());
        }
        String locator = cursors.size() + asked.size() + "-" + total + "-" + System.identityHashCode(rows);
        cursors.put(locator, rows.subList(pageSize, rows.size()));
        return new RecordPage(rows.subList(0, pageSize), total, Optional.of(new PageCursor(query, locator)));
    }

    private boolean meets(Held row, SoqlQuery query) {
        String where = query.where().orElse("");
        Matcher after = AFTER.matcher(where);
        if (after.find()) {
            int newer = row.stamp().compareTo(Instant.parse(after.group(1)));
            boolean isAfter = newer > 0 || newer == 0 && row.id().compareTo(RecordId.of(after.group(2))) > 0;
            if (!isAfter) {
                return false;
            }
            where = after.replaceFirst("").replaceFirst("^ AND ", "");
        }
        for (String part : where.isEmpty() ? new String[0] : where.split(" AND ")) {
            if (!meets(row, part.strip(), query)) {
                return false;
            }
        }
        return true;
    }

    private boolean meets(Held row, String part, SoqlQuery query) {
        String last = part.substring(part.lastIndexOf(' ') + 1);
        if (part.startsWith("SystemModstamp >= ")) {
            return !row.stamp().isBefore(Instant.parse(last));
        }
        if (part.startsWith("SystemModstamp <= ")) {
            return oneBeyond || !row.stamp().isAfter(Instant.parse(last));
        }
        if (part.startsWith("Id IN ")) {
            return part.contains(row.id().value());
        }
        if (part.startsWith("Id <= ")) {
            return row.id().compareTo(RecordId.of(last.replace("'", ""))) <= 0;
        }
        if (part.startsWith("Id > ")) {
            return row.id().compareTo(RecordId.of(last.replace("'", ""))) > 0;
        }
        if (part.equals("IsDeleted = false")) {
            return !row.deleted();
        }
        String condition = part.substring(1, part.length() - 1);
        if (condition.endsWith(" != null")) {
            return row.fields().containsKey(FieldName.of(condition.split(" ")[0]));
        }
        Predicate<CrmRecord> known = conditions.getOrDefault(condition, any -> true);
        return known.test(new CrmRecord(query.object(), row.id(), row.fields()));
    }

    private static Comparator<Held> order(SoqlQuery query) {
        Comparator<Held> byId = Comparator.comparing(Held::id);
        return query.orderBy().orElse("").startsWith("SystemModstamp")
                ? Comparator.comparing(Held::stamp).thenComparing(byId)
                : byId;
    }

    private static CrmRecord record(Held row, SoqlQuery query, Map<String, FieldDescription> visible) {
        Map<FieldName, FieldValue> fields = new LinkedHashMap<>();
        for (FieldName field : query.fields()) {
            fields.put(
                    field,
                    switch (field.value()) {
                        case "Id" -> FieldValue.text(row.id().value());
                        case "SystemModstamp" -> FieldValue.moment(row.stamp());
                        case "IsDeleted" -> FieldValue.flag(row.deleted());
                        default -> row.fields().getOrDefault(field, FieldValue.EMPTY);
                    });
            if (!field.isPath() && !field.value().equals("Id") && !visible.containsKey(field.value())) {
                throw new SalesforceFailedException(new SalesforceFailure.NotThere(
                        "No such column '" + field + "' on " + query.object() + ".", "Grant it."));
            }
        }
        return new CrmRecord(query.object(), row.id(), fields);
    }

    @Override
    public List<WriteOutcome> write(List<RecordWrite> writes) {
        throw new AssertionError("Extraction writes nothing");
    }

    @Override
    public Instant serverTime() {
        return now;
    }

    @Override
    public ApiUsage usage() {
        return new ApiUsage(asked.size(), OptionalLong.empty(), OptionalLong.empty());
    }
}
