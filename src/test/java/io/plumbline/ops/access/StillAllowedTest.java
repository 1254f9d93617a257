package io.plumbline.ops.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;

/** How long somebody stays signed in who never rests. */
class StillAllowedTest {

    private final JdbcClient database = JdbcClient.create(TestDatabase.migrated());
    private final MockHttpSession session = new MockHttpSession();

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void sessionEndsTwelveHoursAfterItBeganHoweverMuchItIsUsed() throws Exception {
        assertThat(isSignedInAfter(Duration.ofHours(12).minusMillis(1))).isTrue();
        assertThat(session.isInvalid()).isFalse();

        assertThat(isSignedInAfter(Duration.ofHours(12))).isFalse();
        assertThat(session.isInvalid()).isTrue();
    }

    /** Somebody of a provider, who is known to no table of ours. */
    private boolean isSignedInAfter(Duration since) throws Exception {
        Instant now = Instant.ofEpochMilli(session.getCreationTime()).plus(since);
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        LocalUsers users = new LocalUsers(database, NoOpPasswordEncoder.getInstance(), clock);
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(session);
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("mara", "", "ROLE_VIEWER"));
        new StillAllowed(users, clock).doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        return SecurityContextHolder.getContext().getAuthentication() != null;
    }
}
