package io.plumbline.sandbox.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** An object while its fields are being gathered from several files. */
final class ObjectDraft {

    private final String name;
    private final String label;
    private final String labelPlural;
    private final String keyPrefix;
    private final Set<ObjectTrait> traits;
    private final ObjectAccess access;
    private final List<String> words;
    private final Map<String, FieldSchema> fields = new LinkedHashMap<>();

    ObjectDraft(
            String name,
            String label,
            String labelPlural,
            String keyPrefix,
            Set<ObjectTrait> traits,
            ObjectAccess access,
            List<String> words) {
        this.name = name;
        this.label = label;
        this.labelPlural = labelPlural;
        this.keyPrefix = keyPrefix;
        this.traits = traits;
        this.access = access;
        this.words = words;
    }

    String name() {
        return name;
    }

    List<String> words() {
        return words;
    }

    Set<ObjectTrait> traits() {
        return traits;
    }

    /** Adds a field, or puts this one in the place of the field with its name. */
    void add(FieldSchema field) {
        fields.put(field.name().toLowerCase(Locale.ROOT), field);
    }

    /** Lets activities be about records of this object, too. */
    void relateTo(String object) {
        FieldSchema what = fields.get("whatid");
        if (what != null) {
            add(what.pointingAlsoAt(object));
        }
    }

    List<FieldSchema> fields() {
        return List.copyOf(fields.values());
    }

    /** The finished object, with every reference of the org that points at it. */
    ObjectSchema finish(List<ObjectDraft> all) {
        List<ChildRelationship> children = new ArrayList<>();
        for (ObjectDraft other : all) {
            for (FieldSchema field : other.fields()) {
                if (field.referenceTo().contains(name)) {
                    children.add(new ChildRelationship(
                            other.name(),
                            field.name(),
                            field.childRelationshipName(),
                            field.is(FieldTrait.CASCADE_DELETE),
                            field.is(FieldTrait.RESTRICTED_DELETE)));
                }
            }
        }
        return new ObjectSchema(name, label, labelPlural, keyPrefix, traits, access, fields, children);
    }
}
