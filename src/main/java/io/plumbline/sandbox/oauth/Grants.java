package io.plumbline.sandbox.oauth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides who may sign in: the rules of the two grant types. */
final class Grants {

    private static final Duration LONGEST_ASSERTION = Duration.ofMinutes(5);
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    private final ConnectedApp app;
    private final UserDirectory users;
    private final Clock wallClock;
    private final OrgAddress address;
    private final String loginUrl;

    Grants(ConnectedApp app, UserDirectory users, Clock wallClock, OrgAddress address) {
        this.app = app;
        this.users = users;
        this.wallClock = wallClock;
        this.address = address;
        // The login host stays where it was when the org moves.
        this.loginUrl = address.instanceUrl();
    }

    /** Who signs in with client id and secret: the user the app runs as. */
    OrgUser clientCredentials(Map<String, String> form, Optional<BasicCredentials> basic) throws OAuthRefusal {
        String id = basic.map(BasicCredentials::user).orElseGet(() -> form.getOrDefault("client_id", ""));
        String secret = basic.map(BasicCredentials::password).orElseGet(() -> form.getOrDefault("client_secret", ""));
        if (!app.clientId().equals(id)) {
            throw new OAuthRefusal(OAuthError.UNKNOWN_CLIENT);
        }
        if (!app.hasSecret(secret)) {
            throw new OAuthRefusal(basic.isPresent() ? OAuthError.WRONG_BASIC : OAuthError.WRONG_SECRET);
        }
        OrgUser user = app.runAs().flatMap(users::withName).orElseThrow(() -> new OAuthRefusal(OAuthError.NO_RUN_AS));
        return active(user);
    }

    /** Who signs in with a signed assertion: its subject. */
    OrgUser jwtBearer(Map<String, String> form) throws OAuthRefusal {
        JwtAssertion assertion = JwtAssertion.parse(form.getOrDefault("assertion", ""))
                .orElseThrow(() -> new OAuthRefusal(OAuthError.BAD_ASSERTION));
        if (!app.clientId().equals(assertion.issuer())) {
            throw new OAuthRefusal(OAuthError.UNKNOWN_CLIENT);
        }
        if (app.key().filter(assertion::isSignedBy).isEmpty()) {
            throw new OAuthRefusal(OAuthError.BAD_ASSERTION);
        }
        List<String> accepted =
                List.of("https://login.salesforce.com", "https://test.salesforce.com", loginUrl, address.instanceUrl());
        if (assertion.audiences().stream().noneMatch(accepted::contains)) {
            throw new OAuthRefusal(OAuthError.BAD_AUDIENCE);
        }
        // Assertions are stamped by the caller's machine, which knows nothing of the org's virtual clock.
        Instant now = wallClock.instant();
        if (assertion.expiry().isBefore(now.minus(CLOCK_SKEW))) {
            throw new OAuthRefusal(OAuthError.EXPIRED_ASSERTION);
        }
        if (assertion.expiry().isAfter(now.plus(LONGEST_ASSERTION).plus(CLOCK_SKEW))) {
            throw new OAuthRefusal(OAuthError.BAD_ASSERTION);
        }
        OrgUser user = users.withName(assertion.subject()).orElseThrow(() -> new OAuthRefusal(OAuthError.NOT_APPROVED));
        return active(user);
    }

    private static OrgUser active(OrgUser user) throws OAuthRefusal {
        if (!user.active()) {
            throw new OAuthRefusal(OAuthError.INACTIVE_USER);
        }
        return user;
    }
}
