package io.plumbline.dossier.building;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.config.Configuration;
import io.plumbline.config.mapping.Translation;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.FiscalYear;
import io.plumbline.dossier.Plan;
import io.plumbline.dossier.building.rows.OrgCalendar;
import io.plumbline.sandbox.record.OrgFixture;
import io.plumbline.sandbox.record.input.RecordInput;
import io.plumbline.sandbox.setup.OrgSettings;
import io.plumbline.testing.Trap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans that name their fiscal year instead of two days. */
class FiscalYearTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    /** By a name that stands in the plan's Name, so that no object of its own is needed. */
    private static final String NAMED = """
              periodStart: {field: Name, as: fiscalYearStart}
              periodEnd: {field: Name, as: fiscalYearEnd}
            """.indent(4);

    @TempDir
    Path config;

    @ParameterizedTest(name = "{2} where years begin in month {0}, named by their start: {1}")
    @CsvSource({
        "1, false, 2026, 2026-01-01, 2026-12-31",
        "2, false, 2026, 2025-02-01, 2026-01-31",
        "2, true, 2026, 2026-02-01, 2027-01-31",
        "2, false, FY26, 2025-02-01, 2026-01-31",
        "2, false, FY 2025/26, 2025-02-01, 2026-01-31",
        "2, true, 2025-2026, 2025-02-01, 2026-01-31",
        "10, false, 25/26, 2025-10-01, 2026-09-30",
        "3, true, 2023, 2023-03-01, 2024-02-29",
        "2, false, 2025/27, ,",
        "1, false, 2025/26, ,",
        "2, false, H2 26, ,",
        "2, false, 202, ,",
        "2, false, next, ,"
    })
    @Trap("H4")
    void aNameOfAFiscalYearMeansItsDaysInThisOrg(
            int month, boolean namedByStart, String name, LocalDate first, LocalDate last) {
        OrgCalendar calendar = OrgCalendar.of(ZoneOffset.UTC, new FiscalYear(month, namedByStart));
        assertThat(calendar.day(FieldValue.text(name), new Translation.FiscalDay(false)))
                .isEqualTo(Optional.ofNullable(first));
        assertThat(calendar.day(FieldValue.text(name), new Translation.FiscalDay(true)))
                .isEqualTo(Optional.ofNullable(last));
    }

    @Test
    @Trap("H4")
    void whereAnOrgHasDefinedItsYearsNoOthersCount() {
        OrgCalendar calendar = new OrgCalendar(
                ZoneOffset.UTC,
                FiscalYear.CALENDAR,
                Map.of("fy 2026", new OrgCalendar.Days(LocalDate.of(2025, 12, 29), LocalDate.of(2027, 1, 3))));
        assertThat(calendar.day(FieldValue.text("FY 2026 "), new Translation.FiscalDay(true)))
                .contains(LocalDate.of(2027, 1, 3));
        assertThat(calendar.day(FieldValue.text("FY 2027"), new Translation.FiscalDay(true)))
                .isEmpty();
    }

    @Test
    void aPlanCoversTheFiscalYearThatItNames() throws IOException {
        OrgFixture org = new OrgFixture(
                new OrgSettings("Begins in February", ZoneId.of("UTC"), false, Currency.getInstance("USD"), 2, false));
        plan(org, "FY27");
        try (OrgRead reading = new OrgRead(org.org, mapped(""))) {
            Plan plan = reading.only(TODAY).dossier().plans().getFirst();
            assertThat(plan.periodStart()).isEqualTo("2026-02-01");
            assertThat(plan.periodEnd()).isEqualTo("2027-01-31");
        }
    }

    @Test
    @Trap("H4")
    void aPlanThatNamesAYearBeyondThoseOfTheOrgHasNoPeriod() throws IOException {
        OrgFixture org = new OrgFixture();
        plan(org, "FY2026");
        plan(org, "FY2027");
        assertThat(org.org
                        .load(List.of(RecordInput.of(
                                "FiscalYearSettings",
                                OrgFixture.fields(
                                        "Name",
                                        "FY2026",
                                        "StartDate",
                                        "2025-12-29",
                                        "EndDate",
                                        "2027-01-03",
                                        "IsStandardYear",
                                        false))))
                        .getFirst()
                        .toString())
                .doesNotContain("error");
        try (OrgRead reading = new OrgRead(org.org, mapped("""
                  fiscalYears:
                    object: FiscalYearSettings
                    mayBeMissing: true
                    where: IsStandardYear = false
                    required:
                      id: Id
                      name: Name
                      startDate: StartDate
                      endDate: EndDate

                """))) {
            assertThat(reading.dossiers(TODAY))
                    .flatExtracting(account -> account.dossier().plans())
                    .extracting(Plan::name, Plan::periodStart, Plan::periodEnd)
                    .containsExactlyInAnyOrder(
                            tuple("FY2026", LocalDate.of(2025, 12, 29), LocalDate.of(2027, 1, 3)),
                            tuple("FY2027", null, null));
        }
    }

    private static void plan(OrgFixture org, String name) {
        org.create(
                "Plumbline_Plan__c",
                "Name",
                name,
                "Account__c",
                org.create("Account", "Name", "Account of " + name),
                "State__c",
                "Active");
    }

    private Configuration mapped(String source) throws IOException {
        String shipped = Files.readString(Path.of("connector-config", "mapping.yaml"));
        Files.writeString(
                config.resolve("mapping.yaml"),
                shipped.replace("      periodStart: Period_Start__c\n      periodEnd: Period_End__c\n", NAMED)
                        .replace("  currencies:\n", source + "  currencies:\n"));
        return Configuration.load(Optional.of(config));
    }
}
