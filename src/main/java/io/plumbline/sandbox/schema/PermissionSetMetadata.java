package io.plumbline.sandbox.schema;

import io.plumbline.sandbox.schema.PermissionSet.ObjectPermission;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A permission set as its {@code permissionset-meta.xml} tells it, checked against the objects and fields that there are. */
final class PermissionSetMetadata {

    /** Objects that permission sets name and no client of the sandbox reads: what named credentials need for a call out of the org. */
    private static final Set<String> SETUP_OBJECTS = Set.of("UserExternalCredential");

    private final MetadataFile file;
    private final MetadataXml xml;
    private final Schema schema;
    private final List<String> problems;
    private final Set<String> readable = new HashSet<>();
    private final Set<String> editable = new HashSet<>();

    PermissionSetMetadata(MetadataFile file, MetadataXml xml, Schema schema, List<String> problems) {
        this.file = file;
        this.xml = xml;
        this.schema = schema;
        this.problems = problems;
    }

    PermissionSet read() {
        Map<String, Set<ObjectPermission>> objects = new HashMap<>();
        for (MetadataXml grant : xml.children("objectPermissions")) {
            String name = grant.text("object").orElse("");
            if (schema.object(name).isEmpty() && !SETUP_OBJECTS.contains(name)) {
                problem("objectPermissions", "there is no object " + name);
            }
            objects.put(name.toLowerCase(Locale.ROOT), permissions(grant));
        }
        xml.children("fieldPermissions").forEach(this::field);
        Set<String> users = new HashSet<>();
        for (MetadataXml grant : xml.children("userPermissions")) {
            if (grant.flag("enabled")) {
                grant.text("name").ifPresent(name -> users.add(name.toLowerCase(Locale.ROOT)));
            }
        }
        return new PermissionSet(file.apiName(), objects, readable, editable, users);
    }

    private void field(MetadataXml grant) {
        String full = grant.text("field").orElse("");
        int dot = full.indexOf('.');
        if (dot < 0) {
            problem("fieldPermissions", "'" + full + "' is not Object.Field");
            return;
        }
        String object = full.substring(0, dot);
        String name = full.substring(dot + 1);
        for (String owner : object.equals("Activity") ? List.of("Task", "Event") : List.of(object)) {
            Optional<FieldSchema> field = schema.object(owner).flatMap(found -> found.field(name));
            if (field.isEmpty()) {
                problem("fieldPermissions", "there is no field " + owner + "." + name);
            } else if (field.get().compoundFieldName() != null) {
                problem(
                        "fieldPermissions",
                        owner + "." + name + " is part of an address: name " + owner + "."
                                + field.get().compoundFieldName());
            } else if (!field.get().is(FieldTrait.PERMISSIONABLE)) {
                problem(
                        "fieldPermissions",
                        owner + "." + name
                                + " is required or follows its object: Salesforce does not deploy permissions for it");
            } else if (grant.flag("editable") && field.get().is(FieldTrait.CALCULATED)) {
                problem("fieldPermissions", owner + "." + name + " is a formula and cannot be editable");
            } else {
                String key = (owner + "." + field.get().name()).toLowerCase(Locale.ROOT);
                if (grant.flag("readable") || grant.flag("editable")) {
                    readable.add(key);
                }
                if (grant.flag("editable")) {
                    editable.add(key);
                }
            }
        }
    }

    private static Set<ObjectPermission> permissions(MetadataXml grant) {
        Set<ObjectPermission> granted = EnumSet.noneOf(ObjectPermission.class);
        Map.of(
                        "allowCreate", ObjectPermission.CREATE,
                        "allowRead", ObjectPermission.READ,
                        "allowEdit", ObjectPermission.EDIT,
                        "allowDelete", ObjectPermission.DELETE,
                        "viewAllRecords", ObjectPermission.VIEW_ALL,
                        "modifyAllRecords", ObjectPermission.MODIFY_ALL)
                .forEach((element, permission) -> {
                    if (grant.flag(element)) {
                        granted.add(permission);
                    }
                });
        return granted;
    }

    private void problem(String element, String what) {
        problems.add(file.path() + ": <" + element + ">: " + what);
    }
}
