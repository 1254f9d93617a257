package io.plumbline.sandbox.gate;

import io.plumbline.sandbox.oauth.OrgUser;
import io.plumbline.sandbox.oauth.Session;
import io.plumbline.sandbox.oauth.UserDirectory;
import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.record.sight.Caller;
import io.plumbline.sandbox.record.store.StoredRecord;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The users who may call the org: the administrator and the integration user, as they stand at the moment. */
public final class Callers implements UserDirectory {

    private final Org org;

    public Callers(Org org) {
        this.org = org;
    }

    @Override
    public Optional<OrgUser> withName(String username) {
        return Stream.of(org.integrationUser(), org.administrator())
                .map(caller -> withId(caller.userId()))
                .flatMap(Optional::stream)
                .filter(user -> user.username().equalsIgnoreCase(username))
                .findFirst();
    }

    @Override
    public Optional<OrgUser> withId(String id) {
        return record(id)
                .map(user -> new OrgUser(
                        user.id(),
                        text(user, "Username"),
                        (text(user, "FirstName") + " " + text(user, "LastName")).strip(),
                        text(user, "Email"),
                        text(user, "TimeZoneSidKey"),
                        user.isTrue("IsActive")));
    }

    /** The row of a user. */
    public Optional<StoredRecord> record(String id) {
        return org.retrieve(org.administrator(), "User", List.of(id)).get(0);
    }

    Caller of(Session session) {
        Caller integration = org.integrationUser();
        return integration.userId().equals(session.userId()) ? integration : org.administrator();
    }

    private static String text(StoredRecord user, String field) {
        return Optional.ofNullable(user.text(field)).orElse("");
    }
}
