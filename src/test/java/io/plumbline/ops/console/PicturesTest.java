package io.plumbline.ops.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.crm.RecordId;
import io.plumbline.journal.BandHistory;
import io.plumbline.journal.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is drawn, and what is said to those who do not see it. */
class PicturesTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @Test
    void bandsLieOnOneAnotherAndFillTheHeight() {
        BandsPicture picture = BandsPicture.of(List.of(
                new BandHistory.Day(FIRST, Map.of("GREEN", 1, "RED", 1)),
                new BandHistory.Day(FIRST.plusDays(5), Map.of("GREEN", 2)),
                new BandHistory.Day(FIRST.plusDays(10), Map.of("GREEN", 3, "AMBER", 1))));

        assertThat(picture.areas())
                .extracting(BandsPicture.Area::label)
                .containsExactly("Green", "Amber", "Red", "Not enough data");
        assertThat(picture.areas().getFirst().points()).isEqualTo("0,70 360,0 720,35 720,140 360,140 0,140");
        assertThat(picture.areas().get(2).points()).as("red").isEqualTo("0,0 360,0 720,0 720,0 360,0 0,70");
        assertThat(picture.words())
                .isEqualTo("Accounts by band, on 2026-01-01 green 1, amber 0, red 1, not enough data 0;"
                        + " on 2026-01-11 green 3, amber 1, red 0, not enough data 0.");
    }

    @Test
    void oneDayIsNoPicture() {
        assertThat(BandsPicture.of(List.of()).areas()).isEmpty();
        assertThat(BandsPicture.of(List.of(new BandHistory.Day(FIRST, Map.of("GREEN", 1))))
                        .areas())
                .isEmpty();
        assertThat(HistoryPicture.of(List.of()).points()).isEmpty();
        assertThat(HistoryPicture.of(List.of(verdict(0, 50), verdict(5, null))).points())
                .isEmpty();
    }

    @Test
    void healthKeepsItsHeightUntilTheDayOfTheNextVerdict() {
        HistoryPicture picture = HistoryPicture.of(List.of(verdict(0, 50), verdict(5, null), verdict(10, 100)));

        assertThat(picture.points()).isEqualTo("0,60 0,60 720,60 720,0");
        assertThat(picture.words()).isEqualTo("Health over time: 50 on 2026-01-01, 100 on 2026-01-11.");
        assertThat(picture.days()).extracting(HistoryPicture.Day::health).containsExactly("100", "unknown", "50");
    }

    private static Verdict verdict(int day, @Nullable Integer health) {
        return new Verdict(
                RecordId.of("001000000000001"),
                FIRST.plusDays(day),
                health == null ? null : BigDecimal.valueOf(health),
                health,
                null,
                null,
                null,
                null,
                null,
                null,
                90,
                "RED",
                "STALE",
                "STEADY",
                null);
    }
}
