package io.plumbline.ops.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.testing.Trap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Trap("L7")
class CellTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://evil.example\")",
                "+1+1",
                "-2+3",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                " =1",
                "\u00A0=1",
                "\uFEFF=1",
                "\u0000=1",
                "\uFF1D1+1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20x",
                "|cmd"
            })
    void textThatASpreadsheetWouldWorkOutIsMarkedAsText(String text) {
        assertThat(Cell.text(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Acme", "Acme = Brook", "3M", "a-b", "Österåker", "'quoted", " Acme", "(=1)"})
    void otherTextStaysAsItIs(String text) {
        assertThat(Cell.text(text)).isEqualTo(text);
    }

    @Test
    void numbersStayNumbers() {
        assertThat(Cell.number(-5)).isEqualTo("-5");
        assertThat(Cell.number((Integer) null)).isEmpty();
    }
}
