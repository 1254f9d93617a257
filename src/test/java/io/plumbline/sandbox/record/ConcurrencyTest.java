package io.plumbline.sandbox.record;

import static io.plumbline.sandbox.record.OrgFixture.fields;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.sandbox.record.input.RecordInput;
import io.plumbline.sandbox.soql.Soql;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {

    private final OrgFixture fixture = new OrgFixture();
    private final Org org = fixture.org;

    @Test
    @DisplayName("F9: many threads that upsert one key make one record")
    void makesOneRecordOfOneKey() throws Exception {
        List<SaveResult> results = inParallel(
                40,
                i -> org.upsert(
                                org.administrator(),
                                "Plumbline_Key__c",
                                List.of(RecordInput.of(
                                        "Task", fields("Subject", "Call " + i, "Plumbline_Key__c", "one"))),
                                false)
                        .getFirst());

        assertThat(results)
                .allMatch(SaveResult::success)
                .filteredOn(SaveResult::created)
                .hasSize(1);
    }

    @Test
    void showsACallWholeOrNotAtAll() throws Exception {
        List<RecordInput> pair =
                List.of(RecordInput.of("Account", fields("Name", "A")), RecordInput.of("Account", fields("Name", "B")));
        Soql soql = new Soql(org);
        List<Integer> sizes = inParallel(60, i -> {
            org.create(org.administrator(), pair, true);
            return soql.query(org.administrator(), "SELECT COUNT() FROM Account")
                    .size();
        });

        assertThat(sizes).allMatch(size -> size % 2 == 0);
        assertThat(soql.query(org.administrator(), "SELECT Id FROM Account").rows())
                .hasSize(120)
                .doesNotHaveDuplicates();
    }

    private interface Task<T> {
        T run(int number) throws Exception;
    }

    private static <T> List<T> inParallel(int times, Task<T> task) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                futures.add(threads.submit(() -> task.run(number)));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
