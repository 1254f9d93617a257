package io.plumbline.sandbox.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All objects that somebody can see. The org's own schema has everything; a user's is the same thing with what that user may not read taken
 * away and what the user may not edit marked as not createable and not updateable, so that describe, SOQL and writes all judge by one map.
 */
public final class Schema {

    private final Map<String, ObjectSchema> objectsByLowerName;
    private final Map<String, ObjectSchema> objectsByPrefix = new LinkedHashMap<>();

    Schema(Map<String, ObjectSchema> objectsByLowerName) {
        this.objectsByLowerName = Collections.unmodifiableMap(new LinkedHashMap<>(objectsByLowerName));
        objectsByLowerName.values().forEach(object -> objectsByPrefix.putIfAbsent(object.keyPrefix(), object));
    }

    public Collection<ObjectSchema> objects() {
        return objectsByLowerName.values();
    }

    /** By API name, whatever the letter case. */
    public Optional<ObjectSchema> object(String name) {
        return Optional.ofNullable(objectsByLowerName.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The object whose Ids begin with this. */
    public Optional<ObjectSchema> objectOfId(String id) {
        return id.length() < 3 ? Optional.empty() : Optional.ofNullable(objectsByPrefix.get(id.substring(0, 3)));
    }

    /** The same schema with this object in the place of the one with its name. */
    public Schema with(ObjectSchema changed) {
        Map<String, ObjectSchema> objects = new LinkedHashMap<>(objectsByLowerName);
        objects.put(changed.name().toLowerCase(Locale.ROOT), changed);
        return new Schema(objects);
    }

    /** What a user with this permission set, and nothing else, sees. */
    public Schema visibleTo(PermissionSet permissions) {
        return new PermissionFilter(this, permissions).apply();
    }
}
