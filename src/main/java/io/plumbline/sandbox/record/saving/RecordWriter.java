package io.plumbline.sandbox.record.saving;

import io.plumbline.sandbox.record.derived.Change;
import io.plumbline.sandbox.record.derived.Derivation;
import io.plumbline.sandbox.record.refusal.RecordRefusedException;
import io.plumbline.sandbox.record.refusal.Refusals;
import io.plumbline.sandbox.record.refusal.StatusCode;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.record.store.Table;
import io.plumbline.sandbox.schema.FieldSchema;
import io.plumbline.sandbox.schema.FieldTrait;
import io.plumbline.sandbox.schema.FieldType;
import io.plumbline.sandbox.schema.ObjectSchema;
import io.plumbline.sandbox.setup.OrgSettings;
import io.plumbline.sandbox.setup.Setup;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Saves one record: defaults, derived values, required and unique fields, stamps. */
public final class RecordWriter {

    private final OrgSettings settings;
    private final Setup setup;
    private final RowLocks locks;
    private final Map<String, Derivation> derivations;

    public RecordWriter(OrgSettings settings, Setup setup, RowLocks locks) {
        this.settings = settings;
        this.setup = setup;
        this.locks = locks;
        this.derivations = Derivation.all(settings);
    }

    /** Saves on behalf of a user. */
    public StoredRecord save(Change change, String userId) {
        defaults(change, userId);
        derivation(change).before(change);
        new SetupRun(setup, change).automate();
        checkRequired(change);
        checkOwner(change);
        checkUnique(change);
        new SetupRun(setup, change).check();
        locks.check(touched(change));
        stamp(change, userId);
        return store(change);
    }

    /** Saves a seed's record as it is: only what identifies a record is required. */
    public StoredRecord load(Change change, String userId) {
        defaults(change, userId);
        derivation(change).before(change);
        List<String> missing = required(change).stream()
                .filter(field -> field.is(FieldTrait.CASCADE_DELETE)
                        || field.is(FieldTrait.NAME_FIELD)
                        || field.name().equals("LastName")
                        || field.name().equals("StageName"))
                .map(FieldSchema::name)
                .toList();
        if (!missing.isEmpty()) {
            throw Refusals.required(missing);
        }
        checkUnique(change);
        Instant created = change.get("CreatedDate") instanceof Instant given ? given : change.now();
        change.values().putIfAbsent("CreatedDate", created);
        change.values().putIfAbsent("CreatedById", userId);
        if (change.object().has("LastModifiedDate")) {
            change.values().putIfAbsent("LastModifiedDate", created);
            change.values().putIfAbsent("LastModifiedById", Objects.requireNonNull(change.get("CreatedById")));
        }
        change.values().putIfAbsent("SystemModstamp", change.values().getOrDefault("LastModifiedDate", created));
        return store(change);
    }

    private StoredRecord store(Change change) {
        change.set("Id", change.id());
        StoredRecord saved = change.toRecord();
        change.work().put(saved);
        derivation(change).after(change, saved);
        return saved;
    }

    private Derivation derivation(Change change) {
        return derivations.getOrDefault(change.object().name(), Derivation.NONE);
    }

    private void defaults(Change change, String userId) {
        if (!change.creates()) {
            return;
        }
        for (FieldSchema field : change.object().fields()) {
            boolean absent = !change.given().contains(field.name());
            if (absent && field.defaultValue() != null) {
                change.set(field.name(), field.defaultValue());
            } else if (absent && field.name().equals("OwnerId")) {
                change.set("OwnerId", userId);
            } else if (absent && field.name().equals("CurrencyIsoCode")) {
                change.set("CurrencyIsoCode", settings.corporateCurrency().getCurrencyCode());
            } else if (change.get(field.name()) == null && field.is(FieldTrait.AUTO_NUMBER) && field.custom()) {
                long number = change.work().records().nextNumber(change.object().name() + "." + field.name());
                change.set(field.name(), Long.toString(number));
            }
        }
        if (change.object().custom() && change.get("Name") == null && change.creates()) {
            change.set("Name", change.id().substring(0, 15));
        }
    }

    private static List<FieldSchema> required(Change change) {
        return change.object().fields().stream()
                .filter(field -> !field.nillable()
                        && field.createable()
                        && field.type() != FieldType.BOOLEAN
                        && change.get(field.name()) == null
                        && (!field.is(FieldTrait.DEFAULTED_ON_CREATE)
                                || field.name().equals("OwnerId")))
                .toList();
    }

    private static void checkRequired(Change change) {
        List<String> missing =
                new ArrayList<>(required(change).stream().map(FieldSchema::name).toList());
        if (change.object().name().equals("Event") && change.get("ActivityDateTime") == null) {
            missing.add("ActivityDateTime");
        }
        if (change.object().name().equals("Event") && change.get("DurationInMinutes") == null) {
            missing.addFirst("DurationInMinutes");
        }
        if (missing.equals(List.of("OwnerId"))) {
            throw new RecordRefusedException(
                    StatusCode.INVALID_CROSS_REFERENCE_KEY, "Owner ID: owner cannot be blank", "OwnerId");
        }
        if (!missing.isEmpty()) {
            throw Refusals.required(missing);
        }
        if (change.object().name().equals("Opportunity")
                && change.number("Probability") instanceof BigDecimal probability
                && (probability.signum() < 0 || probability.compareTo(BigDecimal.valueOf(100)) > 0)) {
            throw new RecordRefusedException(
                    StatusCode.NUMBER_OUTSIDE_VALID_RANGE,
                    "Probability (%): value outside of valid range on numeric field: " + probability.toPlainString(),
                    "Probability");
        }
    }

    /** The owner that is given must be active; an owner that was active when given may stay. */
    private static void checkOwner(Change change) {
        if (change.object().has("OwnerId") && change.changes("OwnerId")) {
            change.parent("OwnerId").filter(owner -> !owner.isTrue("IsActive")).ifPresent(owner -> {
                throw new RecordRefusedException(
                        StatusCode.INACTIVE_OWNER_OR_USER,
                        "operation performed with inactive user [" + owner.id().substring(0, 15) + "] as owner of "
                                + change.object().name().toLowerCase(Locale.ROOT));
            });
        }
    }

    private static void checkUnique(Change change) {
        for (FieldSchema field : change.object().fields()) {
            Object value = change.get(field.name());
            if (!field.is(FieldTrait.UNIQUE) || value == null || !change.changes(field.name())) {
                continue;
            }
            for (String object : shares(change.object(), field)) {
                Table table = change.work().records().table(object);
                table.find(field.name(), value).stream()
                        .filter(other -> !other.id().equals(change.id()) && !other.deleted())
                        .filter(other -> !field.is(FieldTrait.CASE_SENSITIVE) || value.equals(other.get(field.name())))
                        .findFirst()
                        .ifPresent(other -> {
                            throw new RecordRefusedException(
                                    StatusCode.DUPLICATE_VALUE,
                                    "duplicate value found: " + field.name() + " duplicates value on record with id: "
                                            + other.id().substring(0, 15));
                        });
            }
        }
    }

    /** A unique field of Activity is one field: a task and an event cannot share a value. Not confirmed of the real service, so strict. */
    private static List<String> shares(ObjectSchema object, FieldSchema field) {
        boolean activity = object.name().equals("Task") || object.name().equals("Event");
        return activity && field.custom() ? List.of("Task", "Event") : List.of(object.name());
    }

    /** The record and the parents that Salesforce locks with it. */
    static List<String> touched(Change change) {
        List<String> ids = new ArrayList<>(List.of(change.id()));
        for (FieldSchema field : change.object().fields()) {
            if (field.type() == FieldType.REFERENCE
                    && !field.referenceTo().contains("User")
                    && change.get(field.name()) instanceof String parent) {
                ids.add(parent);
            }
        }
        return ids;
    }

    private static void stamp(Change change, String userId) {
        if (change.creates()) {
            change.set("CreatedDate", change.now());
            change.set("CreatedById", userId);
        }
        if (change.object().has("LastModifiedDate")) {
            change.set("LastModifiedDate", change.now());
            change.set("LastModifiedById", userId);
        }
        change.set("SystemModstamp", change.now());
    }
}
