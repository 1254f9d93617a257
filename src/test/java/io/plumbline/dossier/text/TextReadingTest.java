package io.plumbline.dossier.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.policy.TextPolicy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextReadingTest {

    private final TextReading text = new TextReading(
            new TextPolicy(List.of("tbd", "n/a", "to do", "x", "a b"), List.of("lorem ipsum"), 2, 0.8, 0.5));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "\u00A0",
                "???",
                "- / -",
                "TBD",
                " tbd. ",
                "(n/a)",
                "&#160;N/A&#xA0;",
                "to\u00A0 do",
                "a\u00A0b",
                "to                                   do",
                "tbd ................................",
                "<p>tbd</p>",
                "<!-- we sell --> x",
                "Lorem ipsum dolor",
                "&nbsp;",
                "<br/>",
                "<script>"
            })
    void seesThatATextSaysNothing(String nothing) {
        assertThat(text.isFilled(nothing)).isFalse();
        assertThat(text.wordsIfFilled(nothing)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "tbd by May",
                "tbd ................................ 1",
                "x1",
                "a/n",
                "a bc",
                "&lt;b&gt;",
                "We lead.",
                "株式会社",
                "lorem"
            })
    void seesThatATextSaysSomething(String something) {
        assertThat(text.isFilled(something)).isTrue();
    }

    @Test
    void takesNumbersAndTruthsForFilledAndEmptyListsForNot() {
        assertThat(text.isFilled((Object) 0)).isTrue();
        assertThat(text.isFilled((Object) false)).isTrue();
        assertThat(text.isFilled(List.of(""))).isTrue();
        assertThat(text.isFilled(List.of())).isFalse();
        assertThat(text.isFilled(Map.of())).isFalse();
        assertThat(text.isFilled((Object) null)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "one two  three, 3",
        "one\u00A0two, 2",
        "one&nbsp;two, 2",
        "one&nbsptwo, 1",
        "&amp;nbsp;, 1",
        "– • – • –, 0",
        "$1.5m, 1",
        "a<b>c</b>d, 3",
        "a < b > c, 3",
        "3 <4 and 5> 2, 5",
        "R&amp;D, 1",
        "&unknown;, 1",
        "&#xD800;, 1",
        "&#x110000;, 1",
        "&#65;, 1",
        "会, 1",
        "会社, 1",
        "会社員, 2",
        "会社 plan 員, 3",
        "ไทย text, 3"
    })
    void countsWords(String words, int count) {
        assertThat(text.words(words)).isEqualTo(count);
    }
}
