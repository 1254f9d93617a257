package io.plumbline.ops.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.testing.TurnedClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The link of the demo. */
class OneTimeLinkTest {

    private final TurnedClock clock = new TurnedClock(Instant.parse("2026-06-30T06:00:00Z"));
    private final OneTimeLink link = new OneTimeLink(clock, new SecureRandom());

    @Test
    void worksOnce() {
        String key = key();

        assertThat(link.redeem(key)).isTrue();
        assertThat(link.redeem(key)).isFalse();
    }

    @Test
    void worksForAnHour() {
        String inTime = key();
        clock.turn(OneTimeLink.GOOD_FOR.minusSeconds(1));
        assertThat(link.redeem(inTime)).isTrue();

        String late = key();
        clock.turn(OneTimeLink.GOOD_FOR);
        assertThat(link.redeem(late)).isFalse();
        clock.turn(Duration.ofDays(-1));
        assertThat(link.redeem(late)).as("spent by the vain attempt").isFalse();
    }

    @Test
    void anotherTakesItsPlace() {
        String first = key();
        String second = key();

        assertThat(second).isNotEqualTo(first).hasSizeGreaterThan(40);
        assertThat(link.redeem(first)).isFalse();
        assertThat(link.redeem(second)).as("a wrong key does not spend it").isTrue();
    }

    @Test
    void whereNoneWasMadeNoneFits() {
        assertThat(link.redeem("")).isFalse();
    }

    private String key() {
        return link.issue().replaceAll(".*=", "");
    }
}
