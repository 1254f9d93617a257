package io.plumbline.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.Configuration;
import io.plumbline.mirror.Mirror;
import io.plumbline.salesforce.SalesforceOrg;
import io.plumbline.salesforce.SignIn;
import io.plumbline.salesforce.transport.BulkThresholds;
import io.plumbline.salesforce.transport.ChosenTransport;
import io.plumbline.sandbox.Sandbox;
import io.plumbline.sandbox.SandboxOptions;
import io.plumbline.testing.AccountsAlike;
import io.plumbline.testing.TestDatabase;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a reading costs after one in a hundred accounts changed, against reading everything.
 *
 * <p>{@code -Dplumbline.accounts=5000 -Dplumbline.page=200} for figures, see performance.md.
 */
@Tag("sweep")
class ReadingCostTest {

    private static final int ACCOUNTS = Integer.getInteger("plumbline.accounts", 100);
    private static final int PAGE = Integer.getInteger("plumbline.page", 20);

    @Test
    void costsLittleWhenLittleChanged() throws IOException {
        Configuration shipped = Configuration.shipped();
        Mirror mirror = new Mirror(TestDatabase.migrated());
        Extraction extraction = new Extraction(shipped.mapping(), shipped.connector(), mirror);
        AccountsAlike alike = new AccountsAlike(ACCOUNTS);
        try (Sandbox sandbox =
                Sandbox.start(alike.fixture.org, SandboxOptions.defaults().withDailyApiCalls(10_000_000))) {
            sandbox.levers().mostRowsPerPage(PAGE);
            sandbox.clock().advance(Duration.ofHours(1));
            ChosenTransport org = ChosenTransport.open(
                    new SignIn.ClientCredentials(
                            URI.create(sandbox.instanceUrl()), sandbox.clientId(), sandbox.clientSecret()),
                    Optional.empty(),
                    new BulkThresholds(Long.MAX_VALUE, Integer.MAX_VALUE),
                    sandbox.clock());
            Cost full = cost(extraction, org.forNewRun());
            sandbox.clock().advance(Duration.ofHours(1));
            cost(extraction, org.forNewRun());
            sandbox.clock().advance(Duration.ofMinutes(15));
            alike.changeOnePercent();
            sandbox.clock().advance(Duration.ofMinutes(15));
            Cost changes = cost(extraction, org.forNewRun());

            System.out.printf(
                    "%,d accounts, %,d rows, pages of %d: everything %s; after 1 %% of the accounts changed %s: %.1f %% of"
                            + " the calls, %.1f %% of the CPU time%n",
                    ACCOUNTS,
                    full.rows(),
                    PAGE,
                    full,
                    changes,
                    100.0 * changes.calls() / full.calls(),
                    100.0 * changes.cpuMillis() / Math.max(1, full.cpuMillis()));
            // What does not depend on the size of the org: who we are, what there is, and one look at each source.
            assertThat(changes.calls()).isLessThan(60 + 3 * ACCOUNTS / 100 / PAGE);
            assertThat(changes.rows()).isLessThan(full.rows() / 20);
        }
    }

    private record Cost(long calls, long rows, long cpuMillis) {
        @Override
        public String toString() {
            return "%,d calls, %,d ms of CPU".formatted(calls, cpuMillis);
        }
    }

    /** The CPU time of the thread that reads, so that the sandbox in the same process does not count. */
    private static Cost cost(Extraction extraction, SalesforceOrg org) {
        long calls = org.usage().ours();
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        ExtractReport report = extraction.run(org);
        assertThat(report.isPartial()).isFalse();
        return new Cost(
                org.usage().ours() - calls,
                report.rows(),
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1_000_000);
    }
}
