package io.plumbline.assess.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.assess.WrittenNumber;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    @ParameterizedTest
    @CsvSource({
        "0.30000000000000004, 0.3, 0",
        "0.7999999999, 0.8, 0",
        "0.7999999994, 0.8, -1",
        "0.7999999995, 0.8, 0",
        "0.8000000005, 0.8, 1",
        "-0.0000000005, 0, -1",
        "-0.0000000004, 0, 0",
        "210000000000.7, 210000000000.6, 1",
        "75, 75, 0"
    })
    void roundsBothSidesToNineDecimals(double computed, double policy, int order) {
        assertThat(Comparison.compare(computed, policy)).isEqualTo(order);
        assertThat(Comparison.compare(policy, computed)).isEqualTo(-order);
    }

    /** Each of the four words at one billionth to both sides of the bound, and on it. */
    @ParameterizedTest
    @CsvSource({
        "0.799999999, false, false, true, true",
        "0.8, true, false, false, true",
        "0.7999999996, true, false, false, true",
        "0.8000000004, true, false, false, true",
        "0.800000001, true, true, false, false"
    })
    void boundItselfBelongsToAtLeastAndAtMost(
            double computed, boolean atLeast, boolean above, boolean below, boolean atMost) {
        assertThat(Comparison.atLeast(computed, 0.8)).isEqualTo(atLeast);
        assertThat(Comparison.above(computed, 0.8)).isEqualTo(above);
        assertThat(Comparison.below(computed, 0.8)).isEqualTo(below);
        assertThat(Comparison.atMost(computed, 0.8)).isEqualTo(atMost);
    }

    /** The short way of numbers clearly apart and equal ones says what decimal arithmetic says, around where it ends. */
    @RepeatedTest(3)
    void shortWayComparesAsDecimalArithmeticDoes(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < 5_000; i++) {
            double policy = Math.round(random.nextDouble() * 200 - 100) / 100.0;
            for (double apart : new double[] {0, 5e-10, 1e-9, 9.999e-9, 1e-8, 1.0001e-8, 2e-8, 1e-3}) {
                for (double computed : new double[] {policy + apart, policy - apart}) {
                    assertThat(Comparison.compare(computed, policy))
                            .as("%s to %s, seed %s", computed, policy, repetition.getCurrentRepetition())
                            .isEqualTo(rounded(computed).compareTo(rounded(policy)));
                }
            }
        }
    }

    /** Next to the middle between two billionths, of small and large numbers, the decimal digits decide. */
    @RepeatedTest(3)
    void comparesAroundTheMiddleBetweenTwoBillionthsAsDecimalArithmeticDoes(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < 5_000; i++) {
            double size = Math.pow(10, random.nextInt(-3, 7));
            double middle =
                    (Math.floor(random.nextDouble() * size * 1e9) + 0.5) / 1e9 * (random.nextBoolean() ? 1 : -1);
            for (double apart : new double[] {0, 1e-12, 4e-12, 9e-12, 1e-11, 1.1e-11, 2e-11, 1e-10, 5e-10, 1e-9}) {
                double one = middle + apart;
                double other = middle - (random.nextBoolean() ? apart : 1e-9);
                assertThat(Comparison.compare(one, other))
                        .as("%s to %s, seed %s", one, other, repetition.getCurrentRepetition())
                        .isEqualTo(rounded(one).compareTo(rounded(other)));
            }
        }
    }

    private static BigDecimal rounded(double number) {
        return BigDecimal.valueOf(number).setScale(9, RoundingMode.HALF_UP);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "0.1234565, 0.123457",
        "0.1234564, 0.123456",
        "-0.1234565, -0.123457",
        "-0.0000001, 0",
        "1e15, 1000000000000000",
        "1.10, 1.1",
        "120, 120",
        "0.000001, 0.000001"
    })
    void writesNumbersForJson(double number, String written) {
        assertThat(WrittenNumber.json(number).toPlainString()).isEqualTo(written);
        assertThat(WrittenNumber.json(number).toString()).isEqualTo(written);
    }

    /** As decimal arithmetic writes them: near the middle between two millionths, near zero, and where they grow large. */
    @RepeatedTest(3)
    void writesAnyNumberHalfUpOnItsShortestForm(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < 20_000; i++) {
            double size = Math.pow(10, random.nextInt(-8, 8));
            double middle = (random.nextLong(2_000_000_000) + 0.5) / 1e6;
            for (double number : new double[] {
                random.nextGaussian() * size,
                middle,
                Math.nextUp(middle),
                Math.nextDown(middle),
                -middle,
                middle + 1e-12
            }) {
                assertThat(WrittenNumber.json(number))
                        .as("%s of seed %s", number, repetition.getCurrentRepetition())
                        .isEqualByComparingTo(BigDecimal.valueOf(number).setScale(6, RoundingMode.HALF_UP));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"74.5, 75", "74.4999, 74", "0, 0", "100, 100", "0.5, 1"})
    void writesWholeNumbersForTheCrm(double number, int written) {
        assertThat(WrittenNumber.integer(number)).isEqualTo(written);
    }
}
