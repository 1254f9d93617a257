package io.plumbline.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarDateTest {

    /** Beyond the years of which the days are kept, on both sides. */
    @Test
    void readsTheDaysThatTheCalendarHasAndNoOthers() {
        for (int year = 1998; year <= 2052; year++) {
            for (int month = 0; month <= 13; month++) {
                for (int day = 0; day <= 32; day++) {
                    assertThat(CalendarDate.read("%04d-%02d-%02d".formatted(year, month, day)))
                            .isEqualTo(plainly(year, month, day));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000-01-01", "2026-06-30", "2049-12-31"})
    void givesOneObjectForADayThatManyDossiersSpeakOf(String day) {
        assertThat(CalendarDate.read(day)).isSameAs(CalendarDate.read(day + "T10:00:00Z"));
    }

    private static LocalDate plainly(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
