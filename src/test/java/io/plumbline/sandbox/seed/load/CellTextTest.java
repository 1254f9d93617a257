package io.plumbline.sandbox.seed.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plumbline.sandbox.schema.FieldType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTextTest {

    private final CellText cells = new CellText(ZoneId.of("Europe/Berlin"));

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2016-10-20T09:00:00.000Z, 2016-10-20T09:00:00Z",
        "2016-10-20T09:00:00.000+0000, 2016-10-20T09:00:00Z",
        "2016-10-20T09:00:00+02:00, 2016-10-20T07:00:00Z",
        "07/15/2009 02:14:45+0800, 2009-07-14T18:14:45Z",
        "07/15/2009T02:14:45+0800, 2009-07-14T18:14:45Z",
        "2009-07-14 22:14:45+0800, 2009-07-14T14:14:45Z",
        "7/5/2009 02:14:45Z, 2009-07-05T02:14:45Z",
        "2009-07-14 22:14, 2009-07-14T20:14:00Z",
        "2009-01-14, 2009-01-13T23:00:00Z",
    })
    @DisplayName("date-times read as Data Loader reads them; without an offset the org's zone counts")
    void readsDateTimes(String text, Instant expected) {
        assertThat(cells.value(FieldType.DATETIME, text)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2017-03-01, 2017-03-01",
        "3/1/2017, 2017-03-01",
        "2010-10-14T12:00:00.000Z, 2010-10-14",
        "2024-02-29, 2024-02-29",
    })
    void readsDates(String text, LocalDate expected) {
        assertThat(cells.value(FieldType.DATE, text)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({
        "DATE, soon",
        "DATE, 2026-13-01",
        "DATETIME, 2010-10-14T12:00:00.000Z-0300",
        "DATETIME, 25/12/2009 02:14:45",
        "BOOLEAN, perhaps",
        "CURRENCY, '1,000.00'",
        "INT, many",
    })
    void refusesWhatIsNoValueOfTheType(FieldType type, String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> cells.value(type, text));
    }

    @Test
    @DisplayName("E11: the field's type decides, not the looks of the text")
    void leavesTextAlone() {
        assertThat(cells.value(FieldType.STRING, "007")).isEqualTo("007");
        assertThat(cells.value(FieldType.STRING, "1e5")).isEqualTo("1e5");
        assertThat(cells.value(FieldType.PICKLIST, "true")).isEqualTo("true");
        assertThat(cells.value(FieldType.CURRENCY, "1e5")).isEqualTo(new BigDecimal("1e5"));
        assertThat(cells.value(FieldType.BOOLEAN, "1")).isEqualTo(true);
    }
}
