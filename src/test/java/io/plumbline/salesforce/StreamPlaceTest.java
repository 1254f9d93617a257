package io.plumbline.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.testing.Trap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Trap("D6")
class StreamPlaceTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "MTAwMDA", "a=b+c/d%20"})
    void comesBackAsItWasStored(String locator) {
        StreamPlace place = new StreamPlace("750R0000000zxr8IAA", "65.0", "0123456789abcdef", locator, 4_000_000_000L);

        assertThat(StreamPlace.of(place.text())).contains(place);
    }

    /** What is damaged, or of another version, begins anew instead of leading somewhere. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "750R0000000zxr8IAA",
                "750R0000000zxr8IAA 65 0123456789abcdef 0 ",
                "750R/../token 65.0 0123456789abcdef 0 ",
                "750R0000000zxr8IAA 65.0 0123456789abcdef -1 x",
                "750R0000000zxr8IAA 65.0 0123456789abcdef 1 a b"
            })
    void isNoneWhenTheTextIsNone(String text) {
        assertThat(StreamPlace.of(text)).isEmpty();
    }

    @Test
    void tellsNothingOfTheQuery() {
        assertThat(new StreamPlace("750R0000000zxr8IAA", "65.0", "0123456789abcdef", "", 0).text())
                .isEqualTo("750R0000000zxr8IAA 65.0 0123456789abcdef 0 ");
    }
}
