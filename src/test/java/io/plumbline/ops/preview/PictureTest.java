package io.plumbline.ops.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.ops.text.Split;
import io.plumbline.ops.text.Split.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PictureTest {

    @Test
    void barOfASplitIsAsLongAsItsParts() {
        Split split = Split.of(
                "Health",
                List.of(new Kind("Green", 1, "good"), new Kind("Red", 0, "poor"), new Kind("Amber", 3, "fair")));

        assertThat(split.parts()).extracting(Split.Part::x).containsExactly(0, 250, 250);
        assertThat(split.parts()).extracting(Split.Part::width).containsExactly(246, 0, 750);
        assertThat(split.parts()).extracting(Split.Part::share).containsExactly("25 %", "0 %", "75 %");
        assertThat(split.words()).isEqualTo("Health: Green 1, Red 0, Amber 3");
    }

    @Test
    void fewAmongManyCanStillBeSeen() {
        Split split = Split.of("Health", List.of(new Kind("Green", 9999, "good"), new Kind("Red", 1, "poor")));

        assertThat(split.parts().getLast().width()).isPositive();
    }

    @Test
    void splitOfNothingDrawsNothing() {
        assertThat(Split.of("Health", List.of(new Kind("Green", 0, "good"))).parts())
                .extracting(Split.Part::width)
                .containsExactly(0);
    }

    @Test
    void scoresFallIntoStepsOfTenAndAHundredIntoTheLast() {
        Histogram histogram = Histogram.of("Health", Stream.of(0, 9, 10, 89, 90, 100, null));

        assertThat(histogram.bars())
                .extracting(Histogram.Bar::number)
                .containsExactly(2L, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 1L, 2L);
        assertThat(histogram.unknown()).isEqualTo(1);
        assertThat(histogram.median()).isEqualTo("10");
        assertThat(histogram.words())
                .isEqualTo("Health, accounts by score: 0 to 9: 2, 10 to 19: 1, 80 to 89: 1, 90 to 100: 2");
    }

    @Test
    void scoreThatIsKnownOfNobodyHasNoMedian() {
        Histogram histogram = Histogram.of("Health", Stream.of((Integer) null));

        assertThat(histogram.median()).isEmpty();
        assertThat(histogram.words()).isEqualTo("Health, known of no account");
    }
}
