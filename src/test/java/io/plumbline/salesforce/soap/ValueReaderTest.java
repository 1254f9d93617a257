package io.plumbline.salesforce.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.crm.FieldValue;
import io.plumbline.salesforce.FieldDescription.Type;
import io.plumbline.testing.Trap;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueReaderTest {

    /** Six spellings of one moment. */
    @Trap("H2")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-02T03:04:05.600Z",
                "2026-01-02T03:04:05.6Z",
                "2026-01-02T03:04:05.600+00:00",
                "2026-01-02T03:04:05.600+0000",
                "2026-01-02T05:04:05.600+02:00",
                "2026-01-01T22:34:05.600-0430"
            })
    void readsAMomentInEachSpelling(String text) {
        assertThat(ValueReader.read(text, Type.DATE_TIME))
                .isEqualTo(FieldValue.moment(Instant.parse("2026-01-02T03:04:05.600Z")));
    }

    @Test
    void readsAMomentWithoutAFraction() {
        assertThat(ValueReader.read("2026-01-02T03:04:05Z", Type.DATE_TIME))
                .isEqualTo(FieldValue.moment(Instant.parse("2026-01-02T03:04:05Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-29", "2024-02-29Z", "2024-02-29+13:00"})
    void readsADayWhateverZoneItCarries(String text) {
        assertThat(ValueReader.read(text, Type.DATE)).isEqualTo(FieldValue.day(LocalDate.of(2024, 2, 29)));
    }

    @Trap("H6")
    @ParameterizedTest
    @CsvSource({
        "999999999999999999, 999999999999999999",
        "9.9213206E7, 99213206",
        "-0.10, -0.1",
        "0.30000000000000004, 0.30000000000000004",
        "5.0, 5",
        "1E-8, 0.00000001"
    })
    void readsNumbersExactly(String text, BigDecimal number) {
        assertThat(ValueReader.read(text, Type.NUMBER)).isEqualTo(FieldValue.number(number));
    }

    @Trap("E11")
    @ParameterizedTest
    @ValueSource(strings = {"007", "1e5", "true", "2024-01-01", " padded "})
    void leavesTextAlone(String text) {
        assertThat(ValueReader.read(text, Type.TEXT)).isEqualTo(FieldValue.text(text));
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false", "1, true", "0, false"})
    void readsFlags(String text, boolean set) {
        assertThat(ValueReader.read(text, Type.BOOLEAN)).isEqualTo(FieldValue.flag(set));
    }

    @ParameterizedTest
    @CsvSource({"abc, NUMBER", "31.12.2024, DATE", "2024-13-01, DATE", "yesterday, DATE_TIME", "yes, BOOLEAN"})
    void refusesWhatIsNoValueOfTheType(String text, Type type) {
        assertThatThrownBy(() -> ValueReader.read(text, type))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text);
    }

    @Test
    void readsNothingAsEmpty() {
        assertThat(ValueReader.read("", Type.NUMBER)).isEqualTo(FieldValue.EMPTY);
    }
}
