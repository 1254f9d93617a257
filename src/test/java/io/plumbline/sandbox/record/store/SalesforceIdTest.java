package io.plumbline.sandbox.record.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("H8: one record has one Id, however it is spelt")
class SalesforceIdTest {

    @ParameterizedTest
    @CsvSource({
        "001000000000001,001000000000001AAA",
        "00Q5g00000AbCdE,00Q5g00000AbCdEEAV",
        "006zzzzzzzZZZZZ,006zzzzzzzZZZZZAA5"
    })
    void addsTheChecksumOfTheLetterCase(String fifteen, String eighteen) {
        assertThat(SalesforceId.canonical(fifteen)).contains(eighteen);
        assertThat(SalesforceId.canonical(eighteen)).contains(eighteen);
        assertThat(SalesforceId.canonical(
                        eighteen.substring(0, 15) + eighteen.substring(15).toLowerCase()))
                .contains(eighteen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "001",
                "00100000000000",
                "0010000000000010",
                "001000000000001AAB",
                "00100000000000-",
                "00100000000000é"
            })
    void refusesWhatIsNoId(String text) {
        assertThat(SalesforceId.canonical(text)).isEmpty();
    }

    @Test
    void countsRecordsInOrder() {
        assertThat(SalesforceId.of("001", 1))
                .isLessThan(SalesforceId.of("001", 2))
                .startsWith("001");
        assertThat(SalesforceId.of("001", 61).charAt(14)).isEqualTo('z');
        assertThat(SalesforceId.of("001", 62)).startsWith("001Pb000000001").isGreaterThan(SalesforceId.of("001", 61));
    }
}
