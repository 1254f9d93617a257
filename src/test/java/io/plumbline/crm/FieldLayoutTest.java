package io.plumbline.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldLayoutTest {

    private static final FieldName NAME = FieldName.of("Name");
    private static final FieldName AMOUNT = FieldName.of("Amount");

    private final FieldLayout layout = new FieldLayout(List.of(NAME, AMOUNT));

    @Test
    void isTheMapThatItStandsFor() {
        Map<FieldName, FieldValue> row = layout.with(new FieldValue[] {FieldValue.text("x"), FieldValue.EMPTY});
        Map<FieldName, FieldValue> map = new LinkedHashMap<>();
        map.put(NAME, FieldValue.text("x"));
        map.put(AMOUNT, FieldValue.EMPTY);

        assertThat(row).isEqualTo(map).hasSameHashCodeAs(map).hasToString(map.toString());
        assertThat(map).isEqualTo(row);
        assertThat(row.keySet()).containsExactly(NAME, AMOUNT);
        assertThat(row.get(FieldName.of("Other"))).isNull();
        assertThat(row.containsKey(FieldName.of("Other"))).isFalse();
        assertThat(row.containsKey(AMOUNT)).isTrue();
    }

    @Test
    void makesEqualRecordsHoweverTheirFieldsAreKept() {
        RecordId id = RecordId.of("001000000000001AAA");
        Map<FieldName, FieldValue> row = layout.with(new FieldValue[] {FieldValue.text("x"), FieldValue.EMPTY});

        assertThat(new CrmRecord(ObjectName.of("Account"), id, row))
                .isEqualTo(new CrmRecord(ObjectName.of("Account"), id, new LinkedHashMap<>(row)));
    }

    @Test
    void cannotBeChanged() {
        Map<FieldName, FieldValue> row = layout.with(new FieldValue[] {FieldValue.text("x"), FieldValue.EMPTY});

        assertThatThrownBy(() -> row.put(NAME, FieldValue.EMPTY)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(row::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void refusesNamesTwiceAndValuesThatAreNotAsMany() {
        assertThatThrownBy(() -> new FieldLayout(List.of(NAME, NAME))).hasMessageContaining("Name is there twice");
        assertThatThrownBy(() -> layout.with(new FieldValue[1])).hasMessageContaining("1 values for 2 names");
    }
}
