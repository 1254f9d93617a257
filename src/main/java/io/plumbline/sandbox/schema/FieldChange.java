package io.plumbline.sandbox.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A change that an administrator makes to a custom or standard field while others work with it (traps C6, I2, I3, E10). */
public sealed interface FieldChange {

    /** The field that is changed, by its name before; for a new one the name it gets. */
    String field();

    /** A new custom field, which nobody is granted yet. */
    record Add(String field, FieldType type, int length) implements FieldChange {}

    /** The field and its values are gone. */
    record Remove(String field) implements FieldChange {}

    /** The same field under another API name; values and permissions stay. */
    record Rename(String field, String to) implements FieldChange {}

    /** Another length for text; values that are longer stay as they are. */
    record Resize(String field, int length) implements FieldChange {}

    /**
     * The object with the change.
     *
     * @throws IllegalArgumentException when there is no such field, or one already
     */
    default ObjectSchema in(ObjectSchema object) {
        boolean known = object.has(field());
        if (known == this instanceof Add) {
            throw new IllegalArgumentException(object.name() + (known ? " has a field " : " has no field ") + field());
        }
        Map<String, FieldSchema> fields = new LinkedHashMap<>();
        object.fields().forEach(field -> {
            FieldSchema after = field.name().equalsIgnoreCase(field()) ? changed(field) : field;
            if (after != null) {
                fields.put(after.name().toLowerCase(Locale.ROOT), after);
            }
        });
        if (this instanceof Add added) {
            fields.put(added.field().toLowerCase(Locale.ROOT), created(added));
        }
        return object.with(object.traits(), fields);
    }

    private @Nullable FieldSchema changed(FieldSchema field) {
        return switch (this) {
            case Add added -> field;
            case Remove removed -> null;
            case Rename renamed -> field.as(renamed.to(), field.length());
            case Resize resized -> field.as(field.name(), resized.length());
        };
    }

    private static FieldSchema created(Add added) {
        Set<FieldTrait> traits = Stream.of(
                        FieldTrait.CUSTOM,
                        FieldTrait.NILLABLE,
                        FieldTrait.CREATEABLE,
                        FieldTrait.UPDATEABLE,
                        FieldTrait.PERMISSIONABLE)
                .collect(Collectors.toSet());
        boolean number = added.type().isNumber();
        return new FieldSchema(
                added.field(),
                added.field().replaceAll("__c$", "").replace('_', ' '),
                added.type(),
                added.length(),
                number ? 18 : 0,
                number ? 2 : 0,
                traits,
                List.of(),
                null,
                null,
                List.of(),
                null,
                null,
                null);
    }
}
