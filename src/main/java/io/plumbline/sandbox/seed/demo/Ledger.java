package io.plumbline.sandbox.seed.demo;

import io.plumbline.sandbox.record.LoadResult;
import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.record.input.RecordInput;
import io.plumbline.sandbox.record.store.SalesforceId;
import io.plumbline.sandbox.schema.ObjectSchema;
import io.plumbline.sandbox.seed.load.SeedProblem;
import io.plumbline.sandbox.seed.load.SeedReport;
import io.plumbline.sandbox.seed.load.SeedRow.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The records of the demo org as they are written down, with Ids given out in order, until the org takes them all. */
final class Ledger {

    /** Parents before what refers to them. */
    private static final List<String> ORDER = List.of(
            "User",
            "CurrencyType",
            "Product2",
            "Account",
            "Contact",
            "AccountTeamMember",
            "Opportunity",
            "OpportunityContactRole",
            "OpportunityLineItem",
            "OpportunityHistory",
            "Case",
            "Task",
            "EmailMessage",
            "Event",
            "EventRelation",
            "Plumbline_Plan__c",
            "Plumbline_Objective__c",
            "Plumbline_Action__c",
            "Plumbline_Stakeholder__c",
            "Plumbline_Value__c",
            "Plumbline_Section__c");

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int ID_LENGTH = 15;

    /** Keeps these Ids apart from those that the org gives out. */
    private static final String OURS = "Pd";

    private final Org org;
    private final Map<String, List<RecordInput>> records = new LinkedHashMap<>();
    private final Map<String, SeedProblem> problems = new LinkedHashMap<>();
    private final Map<String, Integer> lastNumber = new HashMap<>();

    Ledger(Org org) {
        this.org = org;
        ORDER.forEach(object -> records.put(object, new ArrayList<>()));
    }

    /** The Id of a record that will be written down later. */
    String reserve(String object) {
        return nextId(schema(object).map(ObjectSchema::keyPrefix).orElse("a00"));
    }

    /** Writes one record down and tells its Id. */
    String add(String object, Stamp stamp, Map<String, @Nullable Object> values) {
        String id = reserve(object);
        write(object, id, stamp, values);
        return id;
    }

    /**
     * Writes one record down; what has no value, and what the org does not have, is left out.
     *
     * @param stamp who made it and when it was made and last changed
     */
    void write(String object, String id, Stamp stamp, Map<String, @Nullable Object> values) {
        List<RecordInput> written = Objects.requireNonNull(records.get(object), () -> "the demo writes no " + object);
        Optional<ObjectSchema> schema = schema(object);
        if (schema.isEmpty()) {
            problems.computeIfAbsent(
                    object, name -> SeedProblem.file("demo", "is of an object this org does not have", name));
            return;
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        stamp.onto(values).forEach((field, value) -> {
            if (value != null && known(schema.get(), field)) {
                fields.put(field, value);
            }
        });
        written.add(RecordInput.of(object, id, fields));
    }

    private boolean known(ObjectSchema schema, String field) {
        if (!schema.has(field) && !Stamp.FIELDS.contains(field)) {
            problems.computeIfAbsent(
                    schema.name() + "." + field,
                    name -> SeedProblem.column("demo", 1, "is no field of " + schema.name(), field));
        }
        return schema.has(field);
    }

    private Optional<ObjectSchema> schema(String object) {
        return org.schema().object(object);
    }

    /** All that was written down, parents before what refers to them. */
    List<RecordInput> records() {
        return records.values().stream().flatMap(List::stream).toList();
    }

    /** Hands everything to the org. */
    SeedReport load() {
        List<RecordInput> all = records();
        List<LoadResult> results = org.load(all);
        Map<String, Integer> loaded = new LinkedHashMap<>();
        List<SeedProblem> refused = new ArrayList<>(problems.values());
        for (int at = 0; at < all.size(); at++) {
            String object = all.get(at).object();
            LoadResult result = results.get(at);
            if (result.loaded()) {
                loaded.merge(object, 1, Integer::sum);
            } else {
                refused.add(SeedProblem.row(
                        new Place("demo", 0),
                        object + " was refused: " + result.problems().getFirst().code(),
                        result.problems().getFirst().message()));
            }
        }
        return new SeedReport("demo", loaded, refused);
    }

    private String nextId(String prefix) {
        int number = lastNumber.merge(prefix, 1, Integer::sum);
        StringBuilder digits = new StringBuilder();
        for (int rest = number; rest > 0; rest /= DIGITS.length()) {
            digits.insert(0, DIGITS.charAt(rest % DIGITS.length()));
        }
        String start = prefix + OURS;
        String id = start + "0".repeat(ID_LENGTH - start.length() - digits.length()) + digits;
        return SalesforceId.canonical(id).orElseThrow();
    }

    /** Who wrote a record and when, as an org keeps it on every record; without a user it was the administrator. */
    record Stamp(@Nullable String userId, Instant created, Instant modified) {

        static final List<String> FIELDS =
                List.of("CreatedById", "CreatedDate", "LastModifiedById", "LastModifiedDate", "SystemModstamp");

        private Map<String, @Nullable Object> onto(Map<String, @Nullable Object> values) {
            Map<String, @Nullable Object> stamped = new LinkedHashMap<>(values);
            stamped.put("CreatedById", userId);
            stamped.put("CreatedDate", created);
            stamped.put("LastModifiedById", userId);
            stamped.put("LastModifiedDate", modified);
            stamped.put("SystemModstamp", modified);
            return stamped;
        }
    }
}
