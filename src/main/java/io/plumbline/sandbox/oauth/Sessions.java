package io.plumbline.sandbox.oauth;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The open sessions. A session ends after a time without use, when it is killed, or when its user is deactivated. */
public final class Sessions {

    private final String orgId;
    private final Clock clock;
    private final Duration validity;
    private final UserDirectory users;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Open> open = new ConcurrentHashMap<>();

    private record Open(Session session, Instant usedAt) {}

    /**
     * No session yet.
     *
     * @param orgId the Id of the org, which tokens start with
     * @param clock the org's clock
     * @param validity how long a session lives without use
     * @param users whose deactivation ends sessions
     */
    public Sessions(String orgId, Clock clock, Duration validity, UserDirectory users) {
        this.orgId = orgId;
        this.clock = clock;
        this.validity = validity;
        this.users = users;
    }

    /** Opens a session. */
    public Session open(String userId) {
        byte[] bytes = new byte[72];
        random.nextBytes(bytes);
        String secret = Base64.getEncoder()
                .withoutPadding()
                .encodeToString(bytes)
                .replace('+', '.')
                .replace('/', '_');
        Session session = new Session(orgId.substring(0, 15) + "!" + secret, userId);
        open.put(session.token(), new Open(session, clock.instant()));
        return session;
    }

    /** The living session of a token; using it keeps it alive. */
    public Optional<Session> use(String token) {
        Open found = open.get(token);
        if (found == null) {
            return Optional.empty();
        }
        boolean idleTooLong = clock.instant().isAfter(found.usedAt().plus(validity));
        if (idleTooLong
                || users.withId(found.session().userId())
                        .filter(OrgUser::active)
                        .isEmpty()) {
            open.remove(token);
            return Optional.empty();
        }
        open.put(token, new Open(found.session(), clock.instant()));
        return Optional.of(found.session());
    }

    /** Ends one session; ends nothing when the token is unknown. */
    public void kill(String token) {
        open.remove(token);
    }

    /** Ends all sessions of a user. */
    public void killAllOf(String userId) {
        open.values().removeIf(each -> each.session().userId().equals(userId));
    }

    /** Ends all sessions. */
    public void killAll() {
        open.clear();
    }

    /** How long a session lives without use. */
    public Duration validity() {
        return validity;
    }
}
