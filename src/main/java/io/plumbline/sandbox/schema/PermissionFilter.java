package io.plumbline.sandbox.schema;

import io.plumbline.sandbox.schema.PermissionSet.ObjectPermission;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Cuts a schema down to what one permission set grants. */
final class PermissionFilter {

    private final Schema whole;
    private final PermissionSet granted;

    PermissionFilter(Schema whole, PermissionSet granted) {
        this.whole = whole;
        this.granted = granted;
    }

    Schema apply() {
        Map<String, ObjectSchema> visible = new LinkedHashMap<>();
        for (ObjectSchema object : whole.objects()) {
            visible(object).ifPresent(seen -> visible.put(object.name().toLowerCase(Locale.ROOT), seen));
        }
        return new Schema(visible);
    }

    private Optional<ObjectSchema> visible(ObjectSchema object) {
        Set<ObjectPermission> rights = rights(object);
        if (!rights.contains(ObjectPermission.READ)) {
            return Optional.empty();
        }
        EnumSet<ObjectTrait> traits = EnumSet.copyOf(object.traits());
        remove(traits, ObjectTrait.CREATEABLE, rights.contains(ObjectPermission.CREATE));
        remove(traits, ObjectTrait.UPDATEABLE, rights.contains(ObjectPermission.EDIT));
        remove(traits, ObjectTrait.DELETABLE, rights.contains(ObjectPermission.DELETE));
        Map<String, FieldSchema> fields = new LinkedHashMap<>();
        object.fieldsByLowerName().forEach((key, field) -> {
            String governing = object.name() + "." + governing(object, field).name();
            String lower = governing.toLowerCase(Locale.ROOT);
            if (!field.is(FieldTrait.PERMISSIONABLE)) {
                fields.put(key, field);
            } else if (granted.editable().contains(lower)) {
                fields.put(key, field);
            } else if (granted.readable().contains(lower)) {
                fields.put(key, field.without(FieldTrait.CREATEABLE, FieldTrait.UPDATEABLE));
            }
        });
        return Optional.of(object.with(traits, fields));
    }

    /** The field whose permission counts: an address for its parts. */
    private static FieldSchema governing(ObjectSchema object, FieldSchema field) {
        String compound = field.compoundFieldName();
        return compound == null ? field : object.field(compound).orElse(field);
    }

    private Set<ObjectPermission> rights(ObjectSchema object) {
        return switch (object.access()) {
            case ObjectAccess.Granted own ->
                granted.objects().getOrDefault(object.name().toLowerCase(Locale.ROOT), Set.of());
            case ObjectAccess.Follows parent -> followed(parent.object());
            case ObjectAccess.EditedWith permission ->
                granted.userPermissions().contains(permission.userPermission())
                        ? EnumSet.allOf(ObjectPermission.class)
                        : EnumSet.of(ObjectPermission.READ);
            case ObjectAccess.Everyone everyone -> EnumSet.of(ObjectPermission.READ);
        };
    }

    /** Rights on children: what may be edited above may be created, edited and deleted below. */
    private Set<ObjectPermission> followed(String parent) {
        Set<ObjectPermission> above = whole.object(parent).map(this::rights).orElse(Set.of());
        return above.contains(ObjectPermission.EDIT)
                ? EnumSet.of(
                        ObjectPermission.READ, ObjectPermission.CREATE, ObjectPermission.EDIT, ObjectPermission.DELETE)
                : above.contains(ObjectPermission.READ) ? EnumSet.of(ObjectPermission.READ) : Set.of();
    }

    private static void remove(EnumSet<ObjectTrait> traits, ObjectTrait trait, boolean keep) {
        if (!keep) {
            traits.remove(trait);
        }
    }
}
