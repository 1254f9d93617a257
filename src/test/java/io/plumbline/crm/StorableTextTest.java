package io.plumbline.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.testing.Trap;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Trap({"E2", "E5", "E9"})
class StorableTextTest {

    static Stream<Arguments> eachClassOfCodePoints() {
        return Stream.of(
                Arguments.of("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
                Arguments.of("tab\tstays", "tab\tstays"),
                Arguments.of("a\u0000b\u000Bc\u001Bd\u007Fe", "abcde"),
                Arguments.of("a\uFFFEb\uFFFFc", "abc"),
                Arguments.of("high \uD83D alone", "high \uFFFD alone"),
                Arguments.of("low \uDE00 alone", "low \uFFFD alone"),
                Arguments.of("pair \uD83D\uDE00 stays", "pair \uD83D\uDE00 stays"),
                Arguments.of(" spaces stay ", " spaces stay "),
                Arguments.of("\u0085\u00A0\u2028", "\u0085\u00A0\u2028"),
                Arguments.of("", ""));
    }

    @ParameterizedTest
    @MethodSource("eachClassOfCodePoints")
    void keepsWhatSurvivesTheWayToSalesforceAndBack(String text, String kept) {
        assertThat(StorableText.of(text)).isEqualTo(kept);
    }

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void changesNothingMoreTheSecondTime(long seed) {
        Random random = new Random(seed);
        StringBuilder any = new StringBuilder();
        random.ints(200, 0, 0x10000).forEach(unit -> any.append((char) (random.nextBoolean() ? unit % 64 : unit)));

        String once = StorableText.of(any.toString());

        assertThat(StorableText.of(once)).isEqualTo(once);
    }
}
