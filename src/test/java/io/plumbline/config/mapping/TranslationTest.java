package io.plumbline.config.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.crm.FieldValue;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TranslationTest {

    private static final Translation STATE =
            new Translation.Values(Map.of("Running", "active", "Done", "closed"), "draft");

    @Test
    void aFieldThatHoldsNothingStaysEmptyWhateverTheTranslation() {
        assertThat(STATE.apply(FieldValue.EMPTY)).isEqualTo(FieldValue.EMPTY);
        assertThat(new Translation.Percent().apply(FieldValue.EMPTY)).isEqualTo(FieldValue.EMPTY);
        assertThat(new Translation.LowerCase().apply(FieldValue.EMPTY)).isEqualTo(FieldValue.EMPTY);
        assertThat(Translation.AS_IS.apply(FieldValue.EMPTY)).isEqualTo(FieldValue.EMPTY);
    }

    @Test
    void percentBecomesAnExactFraction() {
        assertThat(new Translation.Percent().apply(FieldValue.number(45)))
                .isEqualTo(FieldValue.number(new BigDecimal("0.45")));
        assertThat(new Translation.Percent().apply(FieldValue.number(new BigDecimal("33.3"))))
                .isEqualTo(FieldValue.number(new BigDecimal("0.333")));
    }

    @Test
    void percentOfSomethingThatIsNoNumberIsUnknown() {
        assertThat(new Translation.Percent().apply(FieldValue.text("45 %"))).isEqualTo(FieldValue.EMPTY);
    }

    @Test
    void aTableIsReadWithoutRegardToCaseAndSpace() {
        assertThat(STATE.apply(FieldValue.text(" running "))).isEqualTo(FieldValue.text("active"));
    }

    @Test
    void aValueThatTheTableDoesNotListBecomesOtherwiseOrUnknown() {
        assertThat(STATE.apply(FieldValue.text("Waiting"))).isEqualTo(FieldValue.text("draft"));
        assertThat(new Translation.Values(Map.of("a", "b"), null).apply(FieldValue.text("c")))
                .isEqualTo(FieldValue.EMPTY);
    }

    @Test
    void aTableReadsAFlagByItsWord() {
        Translation direction = new Translation.Values(Map.of("true", "in", "false", "out"), null);

        assertThat(direction.apply(FieldValue.flag(true))).isEqualTo(FieldValue.text("in"));
        assertThat(direction.apply(FieldValue.flag(false))).isEqualTo(FieldValue.text("out"));
    }

    @Test
    void lowerCaseIsTheSameInEveryLocale() {
        assertThat(new Translation.LowerCase().apply(FieldValue.text("DIRECTOR")))
                .isEqualTo(FieldValue.text("director"));
    }
}
