package io.plumbline.dossier.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BandingTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.06, 0.1, 0.3, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 0.99, 0.999999, 1})
    void missesLessThanOneInAThousandPairsAtTheThresholdAndLessAbove(double threshold) {
        Banding banding = Banding.forThreshold(threshold);
        assertThat(banding.found(threshold)).isGreaterThan(0.999);
        assertThat(banding.found((1 + threshold) / 2)).isGreaterThanOrEqualTo(banding.found(threshold));
        assertThat(banding.bands() * banding.rows()).isLessThanOrEqualTo(128);
    }

    @Test
    void leavesApartMostOfWhatIsHalfAlikeAtTheShippedThreshold() {
        Banding banding = Banding.forThreshold(0.8);
        assertThat(banding).isEqualTo(new Banding(20, 5));
        assertThat(banding.found(0.3)).isLessThan(0.05);
    }

    @Test
    void staysWithinBoundsWhereNothingWouldSuffice() {
        assertThat(Banding.forThreshold(0)).isEqualTo(new Banding(128, 1));
        assertThat(Banding.forThreshold(0.01)).isEqualTo(new Banding(128, 1));
    }
}
