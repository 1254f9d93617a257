package io.plumbline.sandbox.record.sight;

import io.plumbline.sandbox.record.store.FirstUsers;
import io.plumbline.sandbox.schema.FieldChange;
import io.plumbline.sandbox.schema.ObjectSchema;
import io.plumbline.sandbox.schema.PermissionSet;
import io.plumbline.sandbox.schema.Schema;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may call the org, and what each of them sees of its objects and fields at the moment. */
public final class Access {

    private volatile Schema schema;
    private volatile Caller administrator;
    private volatile PermissionSet integrationPermissions;
    private volatile Caller integrationUser;

    public Access(Schema schema, PermissionSet integrationPermissions) {
        this.schema = schema;
        this.administrator = new Caller(FirstUsers.ADMINISTRATOR, true, schema);
        this.integrationPermissions = integrationPermissions;
        this.integrationUser = new Caller(FirstUsers.INTEGRATION, false, schema.visibleTo(integrationPermissions));
    }

    public Schema schema() {
        return schema;
    }

    public Caller administrator() {
        return administrator;
    }

    public Caller integrationUser() {
        return integrationUser;
    }

    public PermissionSet integrationPermissions() {
        return integrationPermissions;
    }

    public void permitIntegrationUser(PermissionSet permissions) {
        integrationPermissions = permissions;
        integrationUser = new Caller(FirstUsers.INTEGRATION, false, schema.visibleTo(permissions));
    }

    /** Changes a field of an object for everybody; what was granted on a field that is renamed stays granted. */
    public ObjectSchema change(String object, FieldChange change) {
        ObjectSchema changed = change.in(
                schema.object(object).orElseThrow(() -> new IllegalArgumentException("there is no object " + object)));
        schema = schema.with(changed);
        administrator = new Caller(FirstUsers.ADMINISTRATOR, true, schema);
        PermissionSet now = integrationPermissions;
        permitIntegrationUser(new PermissionSet(
                now.name(),
                now.objects(),
                granted(now.readable(), changed, change),
                granted(now.editable(), changed, change),
                now.userPermissions()));
        return changed;
    }

    private static Set<String> granted(Set<String> fields, ObjectSchema object, FieldChange change) {
        if (!(change instanceof FieldChange.Rename renamed)) {
            return fields;
        }
        String before = key(object, renamed.field());
        return fields.stream()
                .map(field -> field.equals(before) ? key(object, renamed.to()) : field)
                .collect(Collectors.toSet());
    }

    private static String key(ObjectSchema object, String field) {
        return (object.name() + "." + field).toLowerCase(Locale.ROOT);
    }

    /** Who signs in with this user name. */
    public Optional<Caller> callerNamed(String username) {
        return switch (username.toLowerCase(Locale.ROOT)) {
            case FirstUsers.ADMINISTRATOR_NAME -> Optional.of(administrator);
            case FirstUsers.INTEGRATION_NAME -> Optional.of(integrationUser);
            default -> Optional.empty();
        };
    }
}
