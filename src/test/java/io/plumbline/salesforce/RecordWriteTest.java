package io.plumbline.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.crm.FieldName;
import io.plumbline.crm.ObjectName;
import io.plumbline.testing.Trap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordWriteTest {

    /** A key that Salesforce would drop or change makes a new record each time. */
    @Trap("F1")
    @ParameterizedTest
    @ValueSource(strings = {"", " ", " k", "k ", "a\u0000b", "a\rb"})
    void refusesAKeyThatWouldNotComeBackAsItWasSent(String key) {
        assertThatThrownBy(() -> upsert(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plumbline:001xx:renewal", "a b", "\u00FC/%#"})
    void takesAnyOtherKey(String key) {
        assertThat(upsert(key).key()).isEqualTo(key);
    }

    private static RecordWrite.Upsert upsert(String key) {
        return new RecordWrite.Upsert(ObjectName.of("Task"), FieldName.of("Plumbline_Key__c"), key, Map.of());
    }
}
