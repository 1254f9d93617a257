package io.plumbline.sandbox.seed.load;

import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.record.store.SalesforceId;
import io.plumbline.sandbox.schema.FieldTrait;
import io.plumbline.sandbox.schema.ObjectSchema;
import io.plumbline.sandbox.seed.load.Draft.Pending;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the record that a reference names: another row of the seed, or what the org holds already. */
final class DraftIndex {

    /** What a reference leads to. */
    sealed interface Target {

        /** Another row of this seed. */
        record Row(Draft draft) implements Target {}

        /** A record that was in the org before. */
        record Existing(String id) implements Target {}

        /** Nothing, for this reason. */
        record Nothing(String reason) implements Target {}
    }

    private record Name(String object, String field, String value) {}

    private static final String ID = "Id";

    private final Org org;
    private final Map<Name, Draft> byName = new HashMap<>();
    private final Map<String, Draft> byKey = new HashMap<>();

    DraftIndex(Org org) {
        this.org = org;
    }

    /** Makes a row known by the Id its file gives it; false when another row has it already. */
    boolean addId(ObjectSchema object, String givenId, Draft draft) {
        return byName.putIfAbsent(name(object, ID, canonical(givenId)), draft) == null;
    }

    /** Makes a row known by an external id. */
    void addExternalId(ObjectSchema object, String field, String value, Draft draft) {
        byName.putIfAbsent(name(object, field, value.toLowerCase(Locale.ROOT)), draft);
    }

    /** Makes a row known by its name within the seed; false when another row has it already. */
    boolean addKey(String key, Draft draft) {
        return byKey.putIfAbsent(key, draft) == null;
    }

    Optional<Draft> byKey(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    Target find(Pending reference) {
        Draft named = reference.parentField() == null ? byKey.get(reference.text()) : null;
        if (named != null) {
            return reference.field().referenceTo().contains(named.object().name())
                    ? new Target.Row(named)
                    : new Target.Nothing("refers to a row of an object the field cannot point at");
        }
        List<Target> found = reference.field().referenceTo().stream()
                .flatMap(object -> candidate(reference, object).stream())
                .toList();
        return switch (found.size()) {
            case 0 -> new Target.Nothing("refers to a record that is not in the seed");
            case 1 -> found.getFirst();
            default -> new Target.Nothing("refers to several records of the same Id; give Ids of 15 or 18 characters");
        };
    }

    private Optional<Target> candidate(Pending reference, String objectName) {
        Optional<ObjectSchema> object = org.schema().object(objectName);
        if (object.isEmpty()) {
            return Optional.empty();
        }
        String field = reference.parentField();
        Draft draft = byName.get(
                field == null
                        ? name(object.get(), ID, canonical(reference.text()))
                        : name(object.get(), field, reference.text().toLowerCase(Locale.ROOT)));
        if (draft != null) {
            return Optional.of(new Target.Row(draft));
        }
        return field == null
                ? existing(object.get(), reference.text())
                : existing(object.get(), field, reference.text());
    }

    private Optional<Target> existing(ObjectSchema object, String text) {
        return SalesforceId.canonical(text)
                .filter(id -> id.startsWith(object.keyPrefix()))
                .filter(id -> org.retrieve(org.administrator(), object.name(), List.of(id)).stream()
                        .anyMatch(Optional::isPresent))
                .map(Target.Existing::new);
    }

    private Optional<Target> existing(ObjectSchema object, String field, String value) {
        if (object.field(field).filter(key -> key.is(FieldTrait.EXTERNAL_ID)).isEmpty()) {
            return Optional.empty();
        }
        return org.findByExternalId(org.administrator(), object.name(), field, value).stream()
                .findFirst()
                .map(record -> new Target.Existing(record.id()));
    }

    private static String canonical(String id) {
        return SalesforceId.canonical(id).orElse(id);
    }

    private static Name name(ObjectSchema object, String field, String value) {
        return new Name(object.name(), field, value);
    }
}
