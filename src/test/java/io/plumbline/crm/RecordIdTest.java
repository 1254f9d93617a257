package io.plumbline.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.testing.Trap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One record is one Id, in whichever spelling it came. */
@Trap("H8")
class RecordIdTest {

    @ParameterizedTest
    @CsvSource({
        "0015g0000000001, 0015g0000000001AAA",
        "0065g000000000d, 0065g000000000dAAA",
        "001D000000IqhSL, 001D000000IqhSLIAZ",
        "001d000000iqhsl, 001d000000iqhslAAA",
        "001A000000ABCDE, 001A000000ABCDEIA5"
    })
    void fifteenCharactersBecomeEighteen(String fifteen, String eighteen) {
        assertThat(RecordId.of(fifteen)).isEqualTo(RecordId.of(eighteen)).hasToString(eighteen);
    }

    @Test
    void idsThatDifferInCaseOnlyAreTwoRecords() {
        assertThat(RecordId.of("001D000000IqhSL")).isNotEqualTo(RecordId.of("001D000000Iqhsl"));
    }

    @Test
    void checksumIsAcceptedInLowerCaseAndStoredInUpperCase() {
        assertThat(RecordId.of("001D000000IqhSLiaz")).hasToString("001D000000IqhSLIAZ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "001",
                "001D000000IqhS",
                "001D000000IqhSLI",
                "001D000000IqhSLIAY",
                "001D000000IqhS-",
                "001D000000Iqhé",
                "001D000000Iqh\u017FL",
                "001D000000IqhSL\u0131AZ",
                "001D000000IqhSL\u20ACAZ"
            })
    void refusesWhatIsNoId(String text) {
        assertThat(RecordId.isId(text)).isFalse();
        assertThatThrownBy(() -> RecordId.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }

    /** As a reference that points to something else keeps what it says. */
    @ParameterizedTest
    @CsvSource({
        "001D000000IqhSL, 001D000000IqhSLIAZ",
        "001D000000IqhSLiaz, 001D000000IqhSLIAZ",
        "001D000000IqhSLIAZ, 001D000000IqhSLIAZ",
        "001D000000IqhSLIAY, 001D000000IqhSLIAY",
        "somebody, somebody"
    })
    void bringsIdsToTheirFormAndLeavesOtherTextsAlone(String text, String canonical) {
        assertThat(RecordId.canonicalOr(text)).isEqualTo(canonical);
    }

    @Test
    void keyPrefixNamesTheObject() {
        assertThat(RecordId.of("0065g000000000d").keyPrefix()).isEqualTo("006");
        assertThat(RecordId.of("0065g000000000d").isOfAccount()).isFalse();
        assertThat(RecordId.of("0015g000000000d").isOfAccount()).isTrue();
    }
}
