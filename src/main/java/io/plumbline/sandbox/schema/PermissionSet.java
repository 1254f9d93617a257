package io.plumbline.sandbox.schema;

import java.util.Map;
import java.util.Set;

/**
 * What a permission set grants. Names compare in lower case; what is not named is not granted.
 *
 * @param objects object name to what may be done with its records
 * @param readable readable fields as {@code object.field}
 * @param editable editable fields as {@code object.field}
 * @param userPermissions such as {@code edittask}
 */
public record PermissionSet(
        String name,
        Map<String, Set<ObjectPermission>> objects,
        Set<String> readable,
        Set<String> editable,
        Set<String> userPermissions) {

    public PermissionSet {
        objects = Map.copyOf(objects);
        readable = Set.copyOf(readable);
        editable = Set.copyOf(editable);
        userPermissions = Set.copyOf(userPermissions);
    }

    /** One right on the records of an object. */
    public enum ObjectPermission {
        CREATE,
        READ,
        EDIT,
        DELETE,
        VIEW_ALL,
        MODIFY_ALL
    }
}
