package io.plumbline.sandbox;

import io.plumbline.sandbox.control.Levers;
import io.plumbline.sandbox.gate.Callers;
import io.plumbline.sandbox.gate.Cursors;
import io.plumbline.sandbox.oauth.Sessions;
import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.record.RecordInput;
import io.plumbline.sandbox.schema.PermissionSet;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Moves the org and what stands around it. */
final class OrgLevers implements Levers {

    private final Org org;
    private final Sessions sessions;
    private final Cursors cursors;

    OrgLevers(Org org, Sessions sessions, Cursors cursors) {
        this.org = org;
        this.sessions = sessions;
        this.cursors = cursors;
    }

    @Override
    public Instant now() {
        return org.clock().instant();
    }

    @Override
    public void setClock(Instant to) {
        org.clock().set(to);
    }

    @Override
    public void advanceClock(Duration by) {
        org.clock().advance(by);
    }

    @Override
    public void killSessions() {
        sessions.killAll();
    }

    @Override
    public void evictCursors() {
        cursors.evictAll();
    }

    @Override
    public void mostRowsPerPage(int rows) {
        cursors.mostRowsPerPage(rows);
    }

    @Override
    public void setActive(String username, boolean active) {
        String id = new Callers(org)
                .withName(username)
                .orElseThrow(() -> new IllegalArgumentException("no user is called " + username))
                .id();
        org.update(org.administrator(), List.of(RecordInput.of("User", id, Map.of("IsActive", active))), true)
                .forEach(result -> {
                    if (!result.success()) {
                        throw new IllegalArgumentException(result.errors().toString());
                    }
                });
    }

    @Override
    public void lockForAttempts(String recordId, int attempts) {
        org.lockForAttempts(recordId, attempts);
    }

    @Override
    public void lockUntil(String recordId, Instant until) {
        org.lockUntil(recordId, until);
    }

    @Override
    public void setFieldPermission(String object, String field, boolean readable, boolean editable) {
        if (org.schema().object(object).filter(found -> found.has(field)).isEmpty()) {
            throw new IllegalArgumentException("there is no field " + field + " of " + object);
        }
        String key = (object + "." + field).toLowerCase(Locale.ROOT);
        PermissionSet now = org.integrationPermissions();
        org.permitIntegrationUser(new PermissionSet(
                now.name(),
                now.objects(),
                with(now.readable(), key, readable),
                with(now.editable(), key, editable),
                now.userPermissions()));
    }

    private static Set<String> with(Set<String> granted, String key, boolean present) {
        Set<String> changed = new HashSet<>(granted);
        if (present) {
            changed.add(key);
        } else {
            changed.remove(key);
        }
        return changed;
    }
}
