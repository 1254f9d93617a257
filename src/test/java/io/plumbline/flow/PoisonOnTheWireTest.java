package io.plumbline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.sandbox.control.Effect;
import io.plumbline.sandbox.control.Fault;
import io.plumbline.sandbox.control.FaultRule;
import io.plumbline.testing.Trap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Part of the accounts break a rule of the org: all others are written in the same run, by calls and by bulk jobs. */
class PoisonOnTheWireTest {

    private static final int ACCOUNTS = 100;

    private final Story story = new Story();
    private final List<String> accounts = new ArrayList<>();

    @AfterEach
    void close() {
        story.close();
    }

    @Trap({"F4", "F6"})
    @ParameterizedTest(name = "{0} % over {1}")
    @CsvSource({"1, soap.update", "10, soap.update", "50, soap.update", "1, bulk.*", "10, bulk.*", "50, bulk.*"})
    void allGoodRowsAreDeliveredInTheSameRun(int percent, String way) {
        for (int i = 0; i < ACCOUNTS; i++) {
            accounts.add(story.org().account("Account " + i, story.org().sam));
        }
        if (way.startsWith("bulk")) {
            story.connector().useBulkFrom(Integer.MAX_VALUE, 3);
        }
        Set<String> poison = new HashSet<>(accounts.subList(0, ACCOUNTS * percent / 100));
        FaultRule rule = FaultRule.always(
                way, new Fault.RowError("FIELD_CUSTOM_VALIDATION_EXCEPTION", "not so", List.of(), poison, Set.of()));
        story.org().sandbox.faults().add(rule);

        SyncSummary run = story.connector().sync();

        assertThat(run.status()).isEqualTo(SyncSummary.Status.PARTIAL);
        assertThat(written()).containsAll(good(poison)).doesNotContainAnyElementsOf(poison);
        assertThat(run.problems())
                .as("named, with what the org said")
                .anyMatch(
                        problem -> problem.contains("not so") && poison.stream().anyMatch(problem::contains));

        story.goOn();
        story.org().sandbox.journal().reset();
        SyncSummary next = story.connector().sync();
        assertThat(written()).as("good rows are not written again").doesNotContainAnyElementsOf(accounts);
        assertThat(next.problems()).anyMatch(problem -> problem.contains("in quarantine"));

        story.org().sandbox.faults().clear();
        story.org().goOn(java.time.Duration.ofHours(9));
        assertThat(story.connector().sync().status())
                .as("released by itself when the cause is gone")
                .isEqualTo(SyncSummary.Status.COMPLETE);
        assertThat(written()).containsAll(poison);
    }

    private List<String> good(Set<String> poison) {
        return accounts.stream().filter(account -> !poison.contains(account)).toList();
    }

    private Set<String> written() {
        Set<String> ids = new HashSet<>();
        story.org().sandbox.journal().effects().stream()
                .filter(effect -> effect.object().equals("Account"))
                .map(Effect::id)
                .forEach(ids::add);
        return ids;
    }
}
