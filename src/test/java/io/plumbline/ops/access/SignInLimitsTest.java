package io.plumbline.ops.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.testing.TurnedClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How often may be guessed. */
class SignInLimitsTest {

    private static final String HERE = "192.0.2.1";
    private static final String THERE = "192.0.2.2";

    private final TurnedClock clock = new TurnedClock(Instant.parse("2026-06-30T06:00:00Z"));
    private final SignInLimits limits = new SignInLimits(clock);

    @Test
    void fiveOfOneAddressForOneName() {
        assertThat(tries("mara", HERE, 5)).isEqualTo(5);
        assertThat(limits.mayTry("mara", HERE)).isFalse();
        assertThat(limits.mayTry(" MARA ", HERE)).as("by whatever letters").isFalse();
        assertThat(limits.mayTry("mara", THERE)).as("from elsewhere").isTrue();
        assertThat(limits.mayTry("tom", HERE)).as("somebody else").isTrue();
    }

    @Test
    void lockOpensByTimeHoweverOftenSomebodyKnocks() {
        tries("mara", HERE, 5);
        clock.turn(SignInLimits.WINDOW.minusSeconds(1));
        assertThat(limits.mayTry("mara", HERE)).isFalse();
        clock.turn(Duration.ofSeconds(2));
        assertThat(limits.mayTry("mara", HERE)).isTrue();
    }

    @Test
    void rightPasswordForgives() {
        tries("mara", HERE, 4);
        limits.succeeded("mara", HERE);

        assertThat(tries("mara", HERE, 6)).isEqualTo(5);
    }

    @Test
    void oneAddressDoesNotGetToGuessManyNames() {
        int made = 0;
        for (int i = 0; i < SignInLimits.OF_ADDRESS + 5; i++) {
            made += tries("name" + i, HERE, 1);
        }
        assertThat(made).isEqualTo(SignInLimits.OF_ADDRESS);
    }

    @Test
    void manyAddressesDoNotGetToGuessOneName() {
        int made = 0;
        for (int i = 0; i < SignInLimits.OF_NAME + 5; i++) {
            made += tries("mara", "198.51.100." + i, 1);
        }
        assertThat(made).isEqualTo(SignInLimits.OF_NAME);
    }

    @Test
    void whoOftenSignsInRightlyIsNotKeptOut() {
        for (int i = 0; i < SignInLimits.OF_NAME + 5; i++) {
            assertThat(limits.mayTry("mara", HERE)).isTrue();
            limits.succeeded("mara", HERE);
        }
    }

    private int tries(String name, String address, int times) {
        int made = 0;
        for (int i = 0; i < times; i++) {
            made += limits.mayTry(name, address) ? 1 : 0;
        }
        return made;
    }
}
