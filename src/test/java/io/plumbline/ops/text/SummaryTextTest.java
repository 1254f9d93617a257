package io.plumbline.ops.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.assess.Band;
import io.plumbline.assess.ClockVerdict;
import io.plumbline.flow.SyncSummary;
import io.plumbline.flow.SyncSummary.NeedsAttention;
import io.plumbline.flow.SyncSummary.Status;
import io.plumbline.flow.SyncSummary.Written;
import io.plumbline.salesforce.ApiUsage;
import io.plumbline.testing.Golden;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SummaryTextTest {

    private static final Golden GOLDEN = Golden.beside(SummaryTextTest.class);
    private static final LocalDate DAY = LocalDate.parse("2026-06-30");

    @Test
    void completeRunShowsVerdictsWritesAndWhoNeedsAttention() {
        GOLDEN.assertMatches(
                "summary-complete.txt",
                SummaryText.of(summary(
                        Status.COMPLETE,
                        false,
                        new Written(1312, 120, 231, 0, 0, 0, 0),
                        List.of("1,425 opportunities have no account: they are kept in the mirror and judged nowhere."),
                        List.of())));
    }

    @Test
    void partialRunNamesWhatWasNotDone() {
        GOLDEN.assertMatches(
                "summary-partial.txt",
                SummaryText.of(summary(
                        Status.PARTIAL,
                        false,
                        new Written(1, 1, 0, 1, 2, 3, 1),
                        List.of(),
                        List.of("Account Nordlicht Energie AG: Salesforce refused Plumbline_Health__c"
                                + " (FIELD_CUSTOM_VALIDATION_EXCEPTION: closed year). An administrator can exempt the"
                                + " integration user with the custom permission Plumbline_Bypass."))));
    }

    @Test
    void dryRunSaysWhatItWouldWrite() {
        assertThat(SummaryText.of(
                        summary(Status.COMPLETE, true, new Written(4, 2, 1, 0, 0, 0, 0), List.of(), List.of())))
                .startsWith("Dry run as of 2026-06-30: complete")
                .contains("Would write: 4 fields on 2 accounts; tasks: 1 created");
    }

    @Test
    void quietRunSaysThatNothingChanged() {
        assertThat(SummaryText.of(summary(Status.COMPLETE, false, Written.NOTHING, List.of(), List.of())))
                .contains("Nothing written: nothing changed");
    }

    @Test
    void refusedRunShowsReasonsAndNoNumbers() {
        SyncSummary refused = new SyncSummary(
                Status.REFUSED,
                "",
                "",
                null,
                false,
                0,
                0,
                Map.of(),
                Map.of(),
                Written.NOTHING,
                new ApiUsage(1, OptionalLong.empty(), OptionalLong.empty()),
                Duration.ofMillis(120),
                List.of(),
                List.of(),
                List.of("Salesforce refused the client secret. Copy it again from the External Client App."));
        assertThat(SummaryText.of(refused).lines())
                .containsExactly(
                        "Sync: not started, something has to be changed first",
                        "",
                        "  Why",
                        "    - Salesforce refused the client secret. Copy it again from the External Client App.");
    }

    @Test
    void runOfFewAccountsSaysOfHowMany() {
        SyncSummary all = summary(Status.COMPLETE, false, Written.NOTHING, List.of(), List.of());
        SyncSummary few = new SyncSummary(
                all.status(),
                all.org(),
                all.currency(),
                all.asOf(),
                all.dryRun(),
                12,
                all.accounts(),
                all.bands(),
                all.currencies(),
                all.written(),
                all.calls(),
                all.took(),
                all.first(),
                all.remarks(),
                all.problems());

        assertThat(SummaryText.of(few).lines())
                .startsWith("Sync as of 2026-06-30: complete, 12 of 120 accounts judged: the others did not change");
    }

    private static SyncSummary summary(
            Status status, boolean dryRun, Written written, List<String> remarks, List<String> problems) {
        return new SyncSummary(
                status,
                "http://localhost:8443 as integration@demo.invalid",
                "EUR",
                DAY,
                dryRun,
                120,
                120,
                Map.of(Band.GREEN, 41, Band.AMBER, 36, Band.RED, 1, Band.INSUFFICIENT, 0),
                Map.of(ClockVerdict.CURRENT, 64, ClockVerdict.MISSING, 12),
                written,
                new ApiUsage(87, OptionalLong.of(4_893), OptionalLong.of(100_000)),
                Duration.ofMillis(3_240),
                List.of(
                        new NeedsAttention(
                                "Nordlicht Energie AG",
                                "Owner of the demo",
                                Band.RED,
                                31,
                                ClockVerdict.STALE,
                                "Nobody has had a two-way conversation with them for 132 days, while 2.4 million EUR are"
                                        + " at stake and a renewal is due in six weeks.",
                                "Call the decision maker this week."),
                        new NeedsAttention(
                                "Aster Papier",
                                "Owner of the demo",
                                Band.INSUFFICIENT,
                                null,
                                ClockVerdict.MISSING,
                                "There is no account plan.",
                                "Start one.")),
                remarks,
                problems);
    }
}
