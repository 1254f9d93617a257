package io.plumbline.assess.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.assess.Evidence;
import io.plumbline.config.policy.FindingPolicy;
import io.plumbline.config.policy.Severity;
import io.plumbline.config.policy.Theme;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From which score on a measure is a finding, how severe, and what the sentence knows. */
class MeasureObservationTest {

    private static final FindingPolicy POLICY = new FindingPolicy(60, 30, 2);

    @ParameterizedTest
    @CsvSource({
        "60.000000001, ",
        "60, ",
        "59.9999999996, ",
        "59.9999999994, WARNING",
        "30.000000001, WARNING",
        "30, WARNING",
        "29.9999999996, WARNING",
        "29.9999999994, CRITICAL",
        "0, CRITICAL"
    })
    void scoreBelowABoundIsAFinding(double score, @Nullable Severity severity) {
        Observation observation = of(score, Reading.x(4));

        assertThat(observation == null ? null : observation.severity()).isEqualTo(severity);
    }

    @Test
    void unknownScoreIsNoFinding() {
        assertThat(of(null, Reading.unknown())).isNull();
    }

    @Test
    void findingCarriesScoreAndWhatItWasMadeOf() {
        Observation observation = of(25.0, Reading.x(4));

        assertThat(observation)
                .isEqualTo(new Observation(
                        "rhythm.recency",
                        Theme.RELATIONSHIP,
                        Severity.CRITICAL,
                        Evidence.none().with("score", 25.0).with("x", 4.0),
                        "",
                        Evidence.none()));
    }

    /** Where there was nothing to measure, the sentence is another one. */
    @Test
    void scoreThatWasMadeOfNothingIsWordedSo() {
        Observation made = of(0.0, Reading.score(0));

        assertThat(made).isNotNull();
        assertThat(made.variant()).isEqualTo("none");
        assertThat(made.evidence().has("x")).isTrue();
        assertThat(made.value("x")).isNull();
        assertThat(of(0.0, Reading.share(0)).variant()).isEmpty();
    }

    private static @Nullable Observation of(@Nullable Double score, Reading reading) {
        return MeasureObservation.of("rhythm.recency", Theme.RELATIONSHIP, score, reading, POLICY);
    }
}
