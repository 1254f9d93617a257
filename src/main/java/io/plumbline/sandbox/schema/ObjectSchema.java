package io.plumbline.sandbox.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One object as describe shows it; fields in the order of describe, found by name whatever the letter case.
 *
 * @param keyPrefix the first three characters of its Ids
 */
public record ObjectSchema(
        String name,
        String label,
        String labelPlural,
        String keyPrefix,
        Set<ObjectTrait> traits,
        ObjectAccess access,
        Map<String, FieldSchema> fieldsByLowerName,
        List<ChildRelationship> childRelationships) {

    public ObjectSchema {
        traits = Set.copyOf(traits);
        fieldsByLowerName = Collections.unmodifiableMap(new LinkedHashMap<>(fieldsByLowerName));
        childRelationships = List.copyOf(childRelationships);
    }

    public Collection<FieldSchema> fields() {
        return fieldsByLowerName.values();
    }

    public Optional<FieldSchema> field(String name) {
        return Optional.ofNullable(fieldsByLowerName.get(name.toLowerCase(Locale.ROOT)));
    }

    public boolean has(String fieldName) {
        return field(fieldName).isPresent();
    }

    /** The reference field whose relationship has this name, as in {@code Account.Name}. */
    public Optional<FieldSchema> relationship(String relationshipName) {
        return fields().stream()
                .filter(field -> relationshipName.equalsIgnoreCase(field.relationshipName()))
                .findFirst();
    }

    public Optional<FieldSchema> nameField() {
        return fields().stream()
                .filter(field -> field.is(FieldTrait.NAME_FIELD))
                .findFirst();
    }

    /** The same object with these fields and traits. */
    ObjectSchema with(Set<ObjectTrait> otherTraits, Map<String, FieldSchema> fields) {
        return new ObjectSchema(name, label, labelPlural, keyPrefix, otherTraits, access, fields, childRelationships);
    }

    public boolean is(ObjectTrait trait) {
        return traits.contains(trait);
    }

    public boolean custom() {
        return is(ObjectTrait.CUSTOM);
    }
}
