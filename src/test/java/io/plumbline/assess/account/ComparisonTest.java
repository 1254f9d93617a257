package io.plumbline.assess.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.assess.WrittenNumber;
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

    @ParameterizedTest
    @CsvSource({"74.5, 75", "74.4999, 74", "0, 0", "100, 100", "0.5, 1"})
    void writesWholeNumbersForTheCrm(double number, int written) {
        assertThat(WrittenNumber.integer(number)).isEqualTo(written);
    }
}
