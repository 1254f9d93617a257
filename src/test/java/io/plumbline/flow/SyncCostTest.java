package io.plumbline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.sandbox.Sandbox;
import io.plumbline.sandbox.SandboxOptions;
import io.plumbline.testing.AccountsAlike;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a whole sync costs after one in a hundred accounts changed, against the first one: reading, judging and writing.
 *
 * <p>{@code -Dplumbline.accounts=5000} for figures, see performance.md.
 */
@Tag("sweep")
class SyncCostTest {

    private static final int ACCOUNTS = Integer.getInteger("plumbline.accounts", 100);
    private static final int PAGE = Integer.getInteger("plumbline.page", 20);

    @Test
    void costsLittleWhenLittleChanged() throws IOException {
        AccountsAlike org = new AccountsAlike(ACCOUNTS);
        try (Sandbox sandbox =
                Sandbox.start(org.fixture.org, SandboxOptions.defaults().withDailyApiCalls(10_000_000))) {
            sandbox.levers().mostRowsPerPage(PAGE);
            sandbox.clock().advance(Duration.ofHours(1));
            Connector connector = new Connector(sandbox);
            connector.useBulkFrom(Integer.MAX_VALUE, Integer.MAX_VALUE);
            Cost first = cost(connector);
            assertThat(first.judged()).isEqualTo(ACCOUNTS);
            sandbox.clock().advance(Duration.ofMinutes(20));
            Cost echo = cost(connector);
            sandbox.clock().advance(Duration.ofMinutes(20));
            Cost quiet = cost(connector);
            org.changeOnePercent();
            sandbox.clock().advance(Duration.ofMinutes(20));
            Cost changes = cost(connector);

            System.out.printf(
                    "%,d accounts, pages of %d: the first sync %s; the next, which sees what that wrote, %s; one in which"
                            + " nothing changed %s; one after 1 %% of the accounts changed %s: %.1f %% of the calls, %.1f %%"
                            + " of the CPU time%n",
                    ACCOUNTS,
                    PAGE,
                    first,
                    echo,
                    quiet,
                    changes,
                    100.0 * changes.calls() / first.calls(),
                    100.0 * changes.cpuMillis() / Math.max(1, first.cpuMillis()));
            assertThat(quiet.judged()).isZero();
            // The changed ones, and those to whom a word was said that a renamed one says as well.
            assertThat(changes.judged()).isBetween((ACCOUNTS + 99) / 100, ACCOUNTS / 10);
        }
    }

    private record Cost(long calls, int judged, long cpuMillis) {
        @Override
        public String toString() {
            return "%,d calls, %,d judged, %,d ms of CPU".formatted(calls, judged, cpuMillis);
        }
    }

    /** The CPU time of the thread that syncs, so that the sandbox in the same process does not count. */
    private static Cost cost(Connector connector) {
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        SyncSummary summary = connector.sync();
        assertThat(summary.status()).as("%s", summary.problems()).isEqualTo(SyncSummary.Status.COMPLETE);
        return new Cost(
                summary.apiCalls(),
                summary.judged(),
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1_000_000);
    }
}
