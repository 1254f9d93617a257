package io.plumbline.dossier.building;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.Configuration;
import io.plumbline.dossier.Dossier;
import io.plumbline.dossier.Fact;
import io.plumbline.dossier.Opportunity;
import io.plumbline.sandbox.record.OrgFixture;
import io.plumbline.sandbox.schema.FieldChange;
import io.plumbline.testing.Trap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the history of opportunities tells: pushes where the org does not count them, and numbers for measures of one's own. */
class DealHistoryTest {

    private static final LocalDate START = LocalDate.of(2026, 3, 2);

    private final OrgFixture org = new OrgFixture();
    private final String acme = org.create("Account", "Name", "Acme");

    @TempDir
    Path config;

    @Test
    void pushesAreCountedFromTheHistoryWhereTheOrgShowsNoCount() {
        String deal = deal("2026-03-31", "100");
        after(5, deal, "CloseDate", "2026-03-15");
        after(5, deal, "CloseDate", "2026-04-01");
        after(5, deal, "Amount", "90");
        after(5, deal, "CloseDate", "2026-04-30");
        after(5, deal, "CloseDate", "2027-01-01");
        try (OrgRead reading = new OrgRead(org.org)) {
            assertThat(only(reading, START.plusDays(25)).pushCount()).isEqualTo(2.0);
        }
        org.org.change("Opportunity", new FieldChange.Remove("PushCount"));
        try (OrgRead reading = new OrgRead(org.org)) {
            assertThat(only(reading, START.plusDays(25)).pushCount()).isEqualTo(2.0);
        }
    }

    @Test
    @Trap("I1")
    void withoutAnyHistoryNobodyKnowsWhetherADealWasPushed() throws IOException {
        deal("2026-03-31", "100");
        org.org.change("Opportunity", new FieldChange.Remove("PushCount"));
        try (OrgRead reading = new OrgRead(org.org, without("  opportunityHistory:", "  products:"))) {
            assertThat(only(reading, START).pushCount()).isNull();
        }
    }

    @Test
    void measuresOfOnesOwnMayRestOnTheHistory() throws IOException {
        String deal = deal("2026-03-31", "200");
        String other = deal("2026-03-31", "100");
        String won = deal("2026-03-31", "50");
        after(10, deal, "CloseDate", "2026-04-01");
        after(10, deal, "StageName", "Qualification", "Amount", "140");
        after(10, other, "Amount", "130", "CloseDate", "2026-05-01");
        after(0, won, "StageName", "Closed Won");
        try (OrgRead reading = new OrgRead(org.org, with("""
                  pushesEver: {history: pushes, days: 3650}
                  pushesLately: {history: pushes, days: 5}
                  stageAge: {history: stageAge}
                  cut: {history: amountCut, days: 25}
                """))) {
            Dossier dossier = reading.only(START.plusDays(30)).dossier();
            assertThat(dossier.account().facts())
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "pushesEver", new Fact(2.0, START.plusDays(30)),
                            "pushesLately", new Fact(1.0, START.plusDays(30)),
                            // One stands in its stage for 10 days, the other for 30; the won one stands no more.
                            "stageAge", new Fact(20.0, START.plusDays(30)),
                            // 60 of the 300 that stood there 25 days ago.
                            "cut", new Fact(0.2, START.plusDays(30))));
        }
    }

    /** A deal that was not planned makes a plan stale; where nobody can see which were, none may. */
    @Test
    @Trap("I1")
    void noDealCountsAsUnplannedWhereItCannotBeSeen() {
        deal("2026-03-31", "100");
        try (OrgRead reading = new OrgRead(org.org)) {
            assertThat(only(reading, START).planned()).isFalse();
        }
        org.org.change("Opportunity", new FieldChange.Remove("Plumbline_Planned__c"));
        try (OrgRead reading = new OrgRead(org.org)) {
            assertThat(only(reading, START).planned()).isTrue();
        }
    }

    private static Opportunity only(OrgRead reading, LocalDate day) {
        return reading.only(day).dossier().opportunities().getFirst();
    }

    private String deal(String closes, String amount) {
        return org.create(
                "Opportunity",
                "Name",
                "Deal",
                "AccountId",
                acme,
                "StageName",
                "Prospecting",
                "CloseDate",
                closes,
                "Amount",
                amount);
    }

    private void after(int days, String deal, String... fields) {
        org.org.clock().advance(Duration.ofDays(days));
        org.update("Opportunity", deal, (Object[]) fields);
    }

    private Configuration with(String facts) throws IOException {
        String shipped = Files.readString(Path.of("connector-config", "mapping.yaml"));
        Files.writeString(
                config.resolve("mapping.yaml"), shipped.replace("\nfacts:\n", "\nfacts:\n" + facts.indent(0)));
        return Configuration.load(Optional.of(config));
    }

    private Configuration without(String from, String to) throws IOException {
        String shipped = Files.readString(Path.of("connector-config", "mapping.yaml"));
        Files.writeString(
                config.resolve("mapping.yaml"),
                shipped.substring(0, shipped.indexOf(from)) + shipped.substring(shipped.indexOf(to)));
        return Configuration.load(Optional.of(config));
    }
}
