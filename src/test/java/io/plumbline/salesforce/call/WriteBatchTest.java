package io.plumbline.salesforce.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.crm.FieldName;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.RecordWrite;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WriteBatchTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "199, 1", "200, 1", "201, 2", "400, 2", "401, 3"})
    void holdsAtMostTwoHundred(int writes, int batches) {
        List<RecordWrite> all = IntStream.range(0, writes)
                .mapToObj(i -> upsert("Task", "k" + i))
                .toList();

        assertThat(WriteBatch.of(all, 200)).hasSize(batches);
        assertThat(WriteBatch.of(all, 200).stream().flatMap(batch -> batch.writes().stream()))
                .containsExactlyElementsOf(all);
    }

    @Test
    void beginsAnewWhereKindObjectOrKeyFieldChange() {
        assertThat(WriteBatch.of(
                        List.of(upsert("Task", "a"), upsert("Event", "b"), upsert("Task", "c"), update(1), update(2)),
                        200))
                .extracting(batch -> batch.writes().size())
                .containsExactly(1, 1, 1, 2);
    }

    /** Salesforce refuses both when one call names a record twice. */
    @Test
    void namesNoRecordTwice() {
        assertThat(WriteBatch.of(List.of(upsert("Task", "a"), upsert("Task", "b"), upsert("Task", "a")), 200))
                .extracting(batch -> batch.writes().size())
                .containsExactly(2, 1);
        assertThat(WriteBatch.of(List.of(update(1), update(1)), 200)).hasSize(2);
    }

    private static RecordWrite upsert(String object, String key) {
        return new RecordWrite.Upsert(ObjectName.of(object), FieldName.of("Key__c"), key, Map.of());
    }

    private static RecordWrite update(int number) {
        return new RecordWrite.Update(
                ObjectName.of("Account"), RecordId.of("0015e0000%06d".formatted(number)), Map.of());
    }
}
