package io.plumbline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.sandbox.Sandbox;
import io.plumbline.sandbox.SandboxOptions;
import io.plumbline.sandbox.record.OrgFixture;
import io.plumbline.sandbox.record.SaveResult;
import io.plumbline.sandbox.record.input.RecordInput;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
    private static final int CHILDREN = 3;

    @Test
    void costsLittleWhenLittleChanged() throws IOException {
        OrgFixture fixture = new OrgFixture();
        LocalDate day = LocalDate.ofInstant(OrgFixture.NOW, ZoneOffset.UTC);
        List<String> accounts = create(fixture, "Account", ACCOUNTS, i -> OrgFixture.fields("Name", "Account " + i));
        IntFunction<String> account = i -> accounts.get(i / CHILDREN);
        create(
                fixture,
                "Contact",
                ACCOUNTS * CHILDREN,
                i -> OrgFixture.fields("LastName", "Contact " + i, "AccountId", account.apply(i)));
        List<String> deals = create(
                fixture,
                "Opportunity",
                ACCOUNTS * CHILDREN,
                i -> OrgFixture.fields(
                        "Name",
                        "Deal " + i,
                        "AccountId",
                        account.apply(i),
                        "StageName",
                        "Prospecting",
                        "CloseDate",
                        day,
                        "Amount",
                        i));
        create(
                fixture,
                "Event",
                ACCOUNTS * CHILDREN,
                i -> OrgFixture.fields(
                        "Subject",
                        "Meeting " + i,
                        "WhatId",
                        account.apply(i),
                        "ActivityDateTime",
                        day + "T09:00:00Z",
                        "StartDateTime",
                        day + "T09:00:00Z",
                        "DurationInMinutes",
                        30));
        List<String> plans = create(
                fixture,
                "Plumbline_Plan__c",
                ACCOUNTS,
                i -> OrgFixture.fields("Name", "Plan " + i, "Account__c", accounts.get(i), "State__c", "Active"));
        List<String> sections = create(
                fixture,
                "Plumbline_Section__c",
                ACCOUNTS * CHILDREN,
                i -> OrgFixture.fields(
                        "Name",
                        "Entry " + i,
                        "Plan__c",
                        plans.get(i / CHILDREN),
                        "Section__c",
                        List.of("industry", "customer_strategy", "competition").get(i % CHILDREN),
                        "Text__c",
                        said(i)));
        try (Sandbox sandbox =
                Sandbox.start(fixture.org, SandboxOptions.defaults().withDailyApiCalls(10_000_000))) {
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
            for (int i = 0; i < ACCOUNTS; i += 100) {
                fixture.update("Account", accounts.get(i), "Name", "Renamed " + i);
                fixture.update("Opportunity", deals.get(i * CHILDREN), "Amount", 7);
                fixture.update("Plumbline_Section__c", sections.get(i * CHILDREN), "Text__c", said(ACCOUNTS * 10 + i));
            }
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

    /** Of no two accounts the same words. */
    private static String said(int number) {
        return IntStream.range(0, 80)
                .mapToObj(word -> "w" + number + "x" + word)
                .collect(Collectors.joining(" "));
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

    private static List<String> create(
            OrgFixture fixture, String object, int number, IntFunction<Map<String, @Nullable Object>> fields) {
        List<String> ids = new ArrayList<>();
        for (int from = 0; from < number; from += 200) {
            fixture
                    .org
                    .create(
                            fixture.org.administrator(),
                            IntStream.range(from, Math.min(number, from + 200))
                                    .mapToObj(i -> RecordInput.of(object, fields.apply(i)))
                                    .toList(),
                            true)
                    .stream()
                    .map(SaveResult::recordId)
                    .forEach(id -> ids.add(id.orElseThrow()));
        }
        return ids;
    }
}
