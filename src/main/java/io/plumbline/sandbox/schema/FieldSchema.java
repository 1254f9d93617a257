package io.plumbline.sandbox.schema;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One field of an object as describe shows it.
 *
 * @param length most characters of a text value, 0 for other types
 * @param precision most digits of a number, 0 for other types
 * @param scale digits after the point
 * @param referenceTo the objects a reference may point at; several for Who, What and Owner
 * @param relationshipName what SOQL calls the way to the parent, absent where there is none
 * @param childRelationshipName what a subquery of the parent would call the way back, absent where there is none
 * @param defaultValue what a create without the field stores, in the type's Java form; absent where there is none
 */
public record FieldSchema(
        String name,
        String label,
        FieldType type,
        int length,
        int precision,
        int scale,
        Set<FieldTrait> traits,
        List<String> referenceTo,
        @Nullable String relationshipName,
        @Nullable String childRelationshipName,
        List<PicklistEntry> picklistValues,
        @Nullable Object defaultValue,
        @Nullable String inlineHelpText,
        @Nullable String compoundFieldName) {

    public FieldSchema {
        traits = traits.isEmpty() ? Set.of() : Set.copyOf(traits);
        referenceTo = List.copyOf(referenceTo);
        picklistValues = List.copyOf(picklistValues);
    }

    public boolean is(FieldTrait trait) {
        return traits.contains(trait);
    }

    public boolean nillable() {
        return is(FieldTrait.NILLABLE);
    }

    public boolean createable() {
        return is(FieldTrait.CREATEABLE);
    }

    public boolean updateable() {
        return is(FieldTrait.UPDATEABLE);
    }

    public boolean custom() {
        return is(FieldTrait.CUSTOM);
    }

    /** Whether the field is required on create: not nillable, without a default, and the caller's to give. */
    public boolean required() {
        return !nillable() && createable() && !is(FieldTrait.DEFAULTED_ON_CREATE);
    }

    /** Whether a reference may point at more than one kind of record. */
    public boolean polymorphic() {
        return referenceTo.size() > 1 || is(FieldTrait.POLYMORPHIC);
    }

    /** A text area longer than 255 characters; SOQL cannot filter, sort or group by it. */
    public boolean longText() {
        return type == FieldType.TEXTAREA && length > 255;
    }

    public boolean filterable() {
        return !longText();
    }

    public boolean sortable() {
        return !longText() && type != FieldType.MULTIPICKLIST && type != FieldType.ADDRESS;
    }

    public boolean groupable() {
        return switch (type) {
            case DATETIME, DOUBLE, CURRENCY, PERCENT, MULTIPICKLIST, ADDRESS, TIME -> false;
            case TEXTAREA -> !longText();
            default -> !is(FieldTrait.CALCULATED);
        };
    }

    /** The same field without these traits. */
    public FieldSchema without(FieldTrait... taken) {
        EnumSet<FieldTrait> left = EnumSet.noneOf(FieldTrait.class);
        left.addAll(traits);
        for (FieldTrait trait : taken) {
            left.remove(trait);
        }
        return with(left, referenceTo);
    }

    /** The same reference with one more target. */
    FieldSchema pointingAlsoAt(String object) {
        List<String> targets = new ArrayList<>(referenceTo);
        targets.add(object);
        return with(traits, targets);
    }

    /** The same field under another name or with another length. */
    FieldSchema as(String otherName, int otherLength) {
        return new FieldSchema(
                otherName,
                label,
                type,
                otherLength,
                precision,
                scale,
                traits,
                referenceTo,
                relationshipName,
                childRelationshipName,
                picklistValues,
                defaultValue,
                inlineHelpText,
                compoundFieldName);
    }

    private FieldSchema with(Set<FieldTrait> otherTraits, List<String> targets) {
        return new FieldSchema(
                name,
                label,
                type,
                length,
                precision,
                scale,
                otherTraits,
                targets,
                relationshipName,
                childRelationshipName,
                picklistValues,
                defaultValue,
                inlineHelpText,
                compoundFieldName);
    }
}
