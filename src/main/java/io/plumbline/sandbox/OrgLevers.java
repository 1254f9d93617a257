package io.plumbline.sandbox;

import io.plumbline.sandbox.control.Levers;
import io.plumbline.sandbox.control.OldHost;
import io.plumbline.sandbox.gate.Callers;
import io.plumbline.sandbox.gate.Cursors;
import io.plumbline.sandbox.oauth.OrgAddress;
import io.plumbline.sandbox.oauth.Sessions;
import io.plumbline.sandbox.oauth.SignInRules;
import io.plumbline.sandbox.record.MergeInput;
import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.record.input.RecordInput;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.schema.FieldChange;
import io.plumbline.sandbox.schema.ObjectSchema;
import io.plumbline.sandbox.schema.PermissionSet;
import io.plumbline.sandbox.setup.Setup;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Moves the org and what stands around it. */
final class OrgLevers implements Levers {

    private final Org org;
    private final Sessions sessions;
    private final Cursors cursors;
    private final OrgAddress address;
    private final SignInRules rules;
    private @Nullable Hosts hosts;

    OrgLevers(Org org, Sessions sessions, Cursors cursors, OrgAddress address, SignInRules rules) {
        this.org = org;
        this.sessions = sessions;
        this.cursors = cursors;
        this.address = address;
        this.rules = rules;
    }

    /** The hosts come last, as they serve what these levers move. */
    void hosts(Hosts serving) {
        hosts = serving;
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
        org.interventions().lockForAttempts(recordId, attempts);
    }

    @Override
    public void lockUntil(String recordId, Instant until) {
        org.interventions().lockUntil(recordId, until);
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

    @Override
    public void changeField(String object, FieldChange change) {
        org.change(object, change);
    }

    @Override
    public Setup setup() {
        return org.setup();
    }

    @Override
    public int hidePercent(String object, int percent) {
        ObjectSchema hidden = org.schema()
                .object(object)
                .orElseThrow(() -> new IllegalArgumentException("there is no object " + object));
        List<String> ids = org.read(records -> records.all(hidden).stream()
                .map(StoredRecord::id)
                .filter(id -> Math.floorMod(id.hashCode(), 100) < percent)
                .toList());
        org.setup().sharing().hide(ids);
        return ids.size();
    }

    @Override
    public void delayCommits(Duration by) {
        org.interventions().delayCommits(by);
    }

    @Override
    public void touch(List<String> ids) {
        org.interventions().touch(ids);
    }

    @Override
    public void purge(List<String> ids) {
        org.interventions().purge(ids);
    }

    @Override
    public void merge(String masterId, List<String> mergedIds) {
        String object = org.schema()
                .objectOfId(masterId)
                .map(ObjectSchema::name)
                .orElseThrow(() -> new IllegalArgumentException("no object has the Id " + masterId));
        MergeInput input = new MergeInput(RecordInput.of(object, masterId, Map.of()), mergedIds);
        org.merge(org.administrator(), List.of(input)).forEach(result -> {
            if (!result.success()) {
                throw new IllegalArgumentException(result.errors().toString());
            }
        });
    }

    @Override
    public String openSession(String username) {
        return org.callerNamed(username)
                .map(caller -> sessions.open(caller.userId()).token())
                .orElseThrow(() -> new IllegalArgumentException("no user is called " + username));
    }

    @Override
    public String moveOrg(OldHost conduct) throws IOException {
        String url = Objects.requireNonNull(hosts, "the sandbox is not up yet").move(conduct);
        sessions.killAll();
        return url;
    }

    @Override
    public void claimToBe(String organizationId) {
        address.claimToBe(organizationId);
    }

    @Override
    public void signInRules(boolean oneAtATime, boolean newestOnly, Duration takes) {
        rules.oneAtATime(oneAtATime);
        rules.newestOnly(newestOnly);
        rules.takes(takes);
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
