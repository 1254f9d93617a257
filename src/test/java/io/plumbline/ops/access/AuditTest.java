package io.plumbline.ops.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.Configuration;
import io.plumbline.testing.TestDatabase;
import io.plumbline.testing.Trap;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;

/** What is remembered of people, and for how long, on a real database. */
class AuditTest {

    private static final Instant NOW = Instant.parse("2026-06-30T08:00:00Z");

    private final JdbcClient database = JdbcClient.create(TestDatabase.migrated());

    @Trap("L10")
    @Test
    void deedIsForgottenOnceItIsOlderThanAsked() {
        done("too long ago", NOW.minusMillis(1));
        done("just not", NOW);
        done("after", NOW.plusMillis(1));

        assertThat(audit(NOW).forget(NOW)).isOne();

        assertThat(audit(NOW).latest(0, 9)).extracting(Audit.Entry::who).containsExactly("after", "just not");
        assertThat(audit(NOW).forget(NOW)).as("nothing is left to forget").isZero();
    }

    @Trap("L10")
    @Test
    void whoSignsInHasForgottenWhatIsOlderThanTheJournal() {
        Configuration configuration = Configuration.shipped();
        Instant oldest = NOW.minus(configuration.connector().keepJournal());
        done("too long ago", oldest.minusMillis(1));
        done("just not", oldest);

        new AccessConfiguration()
                .signInsAreAudited(audit(NOW), configuration, Clock.fixed(NOW, ZoneOffset.UTC))
                .onApplicationEvent(new InteractiveAuthenticationSuccessEvent(
                        new TestingAuthenticationToken("mara", ""), AuditTest.class));

        assertThat(audit(NOW).latest(0, 9)).extracting(Audit.Entry::who).containsExactly("mara", "just not");
        assertThat(audit(NOW).count()).isEqualTo(2);
    }

    private void done(String who, Instant at) {
        audit(at).record(who, Audit.Deed.LOOKED_AT, "001000000000001");
    }

    private Audit audit(Instant now) {
        return new Audit(database, Clock.fixed(now, ZoneOffset.UTC));
    }
}
