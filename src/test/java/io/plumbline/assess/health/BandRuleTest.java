package io.plumbline.assess.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.assess.Band;
import io.plumbline.assess.explanation.Trace;
import io.plumbline.config.policy.HealthPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandRuleTest {

    private static final HealthPolicy POLICY = new HealthPolicy(75, 50, 2, 30, 5, List.of(), List.of());

    private final BandRule rule = new BandRule(POLICY, Trace.off());

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none, 75, GREEN",
                "none, 74.99, AMBER",
                "none, 50, AMBER",
                "none, 49.99, RED",
                "INSUFFICIENT, 75, GREEN",
                "GREEN, 73.01, GREEN",
                "GREEN, 73, AMBER",
                "GREEN, 48.01, AMBER",
                "GREEN, 48, RED",
                "AMBER, 76.99, AMBER",
                "AMBER, 77, GREEN",
                "AMBER, 48.01, AMBER",
                "AMBER, 48, RED",
                "RED, 51.99, RED",
                "RED, 52, AMBER",
                "RED, 76, AMBER",
                "RED, 77, GREEN"
            })
    void leavesABandOnlyWhenAThresholdIsPassedClearly(Band previous, double health, Band band) {
        assertThat(rule.of(health, true, 100, previous)).isEqualTo(band);
    }

    @Test
    void givesNoBandWhenTooLittleIsKnown() {
        assertThat(rule.of(null, true, 100, Band.GREEN)).isEqualTo(Band.INSUFFICIENT);
        assertThat(rule.of(90.0, false, 100, Band.GREEN)).isEqualTo(Band.INSUFFICIENT);
        assertThat(rule.of(90.0, true, 29.99, Band.GREEN)).isEqualTo(Band.INSUFFICIENT);
        assertThat(rule.of(90.0, true, 30, null)).isEqualTo(Band.GREEN);
    }

    @ParameterizedTest
    @CsvSource({
        "74.6, AMBER, 74",
        "74.6, GREEN, 75",
        "74.4, AMBER, 74",
        "75.6, AMBER, 76",
        "49.5, RED, 49",
        "49.5, AMBER, 50",
        "51.7, RED, 52",
        "74.9, INSUFFICIENT, 75"
    })
    void neverWritesAThresholdThatTheBandHasNotReached(double health, Band band, int written) {
        assertThat(WrittenHealth.of(health, band, POLICY, Trace.off())).isEqualTo(written);
    }
}
