package io.plumbline.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.testing.Trap;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldValueTest {

    private static final FieldName NAME = FieldName.of("Name");

    @Test
    void numbersAreEqualWhateverTheirScale() {
        assertThat(FieldValue.number(new BigDecimal("5.0"))).isEqualTo(FieldValue.number(5));
        assertThat(FieldValue.number(new BigDecimal("0.00"))).isEqualTo(FieldValue.number(0));
        assertThat(FieldValue.number(new BigDecimal("1E+3"))).hasToString("1000");
    }

    /** Eighteen digits survive. */
    @Trap("H6")
    @Test
    void numbersAreExact() {
        assertThat(FieldValue.number(new BigDecimal("999999999999999999.01"))).hasToString("999999999999999999.01");
    }

    @Test
    void emptyTextIsNoValue() {
        assertThat(FieldValue.text("").isEmpty()).isTrue();
        assertThat(FieldValue.text(" ").isEmpty()).isFalse();
    }

    /** Not read, empty and given are three things. */
    @Trap("E6")
    @Test
    void recordTellsReadAndEmptyFromNotRead() {
        CrmRecord read =
                new CrmRecord(ObjectName.of("Account"), RecordId.of("0015g0000000001"), Map.of(NAME, FieldValue.EMPTY));
        assertThat(read.fields()).containsKey(NAME);
        assertThat(read.value(NAME)).isEmpty();
        assertThat(read.fields()).doesNotContainKey(FieldName.of("Phone"));
    }

    /** A name that could carry SOQL is no name. */
    @Trap("L5")
    @ParameterizedTest
    @ValueSource(strings = {"", "1Name", "Name FROM User", "Name'", "a..b", ".a", "a.", "a.b.c.d.e.f.g"})
    void refusesWhatIsNoFieldName(String text) {
        assertThatThrownBy(() -> FieldName.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "My Object", "Account;", "2nd__c"})
    void refusesWhatIsNoObjectName(String text) {
        assertThatThrownBy(() -> ObjectName.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pathNamesItsSteps() {
        assertThat(FieldName.of("Plan__r.Account__r.OwnerId").steps())
                .containsExactly("Plan__r", "Account__r", "OwnerId");
    }
}
