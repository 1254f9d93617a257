package io.plumbline.dossier.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsualNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "7", "100", "0.01", "0.29", "0.57", "0.99"})
    void givesOneObjectForANumberThatDossiersAreFullOf(String number) {
        assertThat(UsualNumber.of(Double.parseDouble(number))).isSameAs(UsualNumber.of(Double.parseDouble(number)));
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                -0.0,
                -1,
                -0.01,
                0.1 + 0.2,
                0.0049,
                0.005,
                0.995,
                1.01,
                99.5,
                100.00000000000001,
                101,
                1e300,
                Double.MIN_VALUE,
                Double.NaN,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY
            })
    void leavesEveryNumberWhatItIsToTheLastBit(double number) {
        assertThat(bits(UsualNumber.of(number))).isEqualTo(bits(number));
    }

    @Test
    void leavesNumbersAtAndNextToTheUsualOnesWhatTheyAre() {
        Random random = new Random(20261122);
        for (int i = 0; i < 100_000; i++) {
            double usual = random.nextBoolean() ? random.nextInt(102) : random.nextInt(102) / 100.0;
            double number = random.nextBoolean() ? usual : Math.nextAfter(usual, random.nextInt(-1, 2) * 1e9);

            assertThat(bits(UsualNumber.of(number))).isEqualTo(bits(number));
        }
    }

    @Test
    void leavesWholeNumbersOfJsonAlone() {
        assertThat(UsualNumber.of(Integer.valueOf(7))).isEqualTo(7);
    }

    private static long bits(double number) {
        return Double.doubleToRawLongBits(number);
    }
}
