package io.plumbline.crm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FieldChoiceTest {

    private static final FieldName ID = FieldName.of("Id");
    private static final FieldName NAME = FieldName.of("Name");
    private static final FieldName TYPE = FieldName.of("Type");
    private static final FieldName STAMP = FieldName.of("SystemModstamp");

    private final FieldChoice choice = new FieldChoice(Set.of(ID, STAMP));

    @Test
    void keepsTheOthersInTheirOrder() {
        FieldLayout layout = new FieldLayout(List.of(TYPE, ID, NAME, STAMP));

        CrmRecord first = choice.of(record(layout.with(texts("type", "id", "name", "stamp"))));
        CrmRecord second = choice.of(record(layout.with(texts("other", "id", "else", "stamp"))));

        assertThat(first.fields().toString()).isEqualTo("{Type=type, Name=name}");
        assertThat(second.fields().toString()).isEqualTo("{Type=other, Name=else}");
    }

    @Test
    void looksAgainWhenTheLayoutIsAnother() {
        choice.of(record(new FieldLayout(List.of(TYPE, ID, NAME)).with(texts("type", "id", "name"))));

        CrmRecord turned =
                choice.of(record(new FieldLayout(List.of(ID, NAME, TYPE)).with(texts("id", "name", "type"))));
        CrmRecord none = choice.of(record(new FieldLayout(List.of(STAMP)).with(texts("stamp"))));

        assertThat(turned.fields().toString()).isEqualTo("{Name=name, Type=type}");
        assertThat(none.fields()).isEmpty();
    }

    @Test
    void takesRecordsWithoutALayoutToo() {
        Map<FieldName, FieldValue> fields = new LinkedHashMap<>();
        fields.put(STAMP, FieldValue.text("stamp"));
        fields.put(NAME, FieldValue.EMPTY);
        fields.put(TYPE, FieldValue.text("type"));

        CrmRecord chosen = choice.of(record(fields));

        assertThat(chosen)
                .isEqualTo(new CrmRecord(
                        ObjectName.of("Account"),
                        RecordId.of("001000000000001"),
                        Map.of(NAME, FieldValue.EMPTY, TYPE, FieldValue.text("type"))));
        assertThat(chosen.fields().keySet()).containsExactly(NAME, TYPE);
    }

    private static CrmRecord record(Map<FieldName, FieldValue> fields) {
        return new CrmRecord(ObjectName.of("Account"), RecordId.of("001000000000001"), fields);
    }

    private static FieldValue[] texts(String... texts) {
        return List.of(texts).stream().map(FieldValue::text).toArray(FieldValue[]::new);
    }
}
