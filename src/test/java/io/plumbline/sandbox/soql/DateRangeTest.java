package io.plumbline.sandbox.soql;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.sandbox.record.OrgFixture;
import io.plumbline.sandbox.setup.OrgSettings;
import io.plumbline.sandbox.soql.condition.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("H2: date literals are days of the org's zone")
class DateRangeTest {

    /** A Wednesday in the second quarter. */
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 13);

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "TODAY,2026-05-13,2026-05-14",
        "yesterday,2026-05-12,2026-05-13",
        "TOMORROW,2026-05-14,2026-05-15",
        "THIS_WEEK,2026-05-10,2026-05-17",
        "LAST_WEEK,2026-05-03,2026-05-10",
        "NEXT_MONTH,2026-06-01,2026-07-01",
        "LAST_MONTH,2026-04-01,2026-05-01",
        "THIS_QUARTER,2026-04-01,2026-07-01",
        "LAST_QUARTER,2026-01-01,2026-04-01",
        "THIS_YEAR,2026-01-01,2027-01-01",
        "LAST_FISCAL_YEAR,2025-01-01,2026-01-01",
        "LAST_90_DAYS,2026-02-12,2026-05-14",
        "NEXT_90_DAYS,2026-05-14,2026-08-12",
        "LAST_N_DAYS:1,2026-05-12,2026-05-14",
        "LAST_N_DAYS:0,2026-05-13,2026-05-14",
        "NEXT_N_DAYS:2,2026-05-14,2026-05-16",
        "N_DAYS_AGO:3,2026-05-10,2026-05-11",
        "LAST_N_WEEKS:2,2026-04-26,2026-05-10",
        "LAST_N_MONTHS:2,2026-03-01,2026-05-01",
        "N_MONTHS_AGO:1,2026-04-01,2026-05-01",
        "LAST_N_QUARTERS:1,2026-01-01,2026-04-01",
        "NEXT_N_FISCAL_YEARS:2,2027-01-01,2029-01-01",
    })
    void meansTheDays(String literal, LocalDate start, LocalDate end) {
        assertThat(DateRange.of(literal, TODAY)).contains(new DateRange(start, end));
    }

    @Test
    void knowsNoOtherLiterals() {
        assertThat(DateRange.of("LAST_DECADE", TODAY)).isEmpty();
        assertThat(DateRange.of("LAST_N_DAYS", TODAY)).isEmpty();
    }

    /** The account is made at 10:15 UTC, which is 23:15 in Auckland; at 11:30 UTC it is the next day there. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"UTC,1", "Pacific/Auckland,0"})
    void followsTheOrgsZone(String zone, int found) {
        OrgFixture fixture =
                new OrgFixture(new OrgSettings("Org", ZoneId.of(zone), false, Currency.getInstance("USD")));
        fixture.create("Account", "Name", "Made today");
        String query = "SELECT Id FROM Account WHERE CreatedDate = TODAY";
        Soql soql = new Soql(fixture.org);

        assertThat(soql.query(fixture.org.administrator(), query).size()).isEqualTo(1);
        fixture.org.clock().set(Instant.parse("2026-03-02T11:30:00Z"));
        assertThat(soql.query(fixture.org.administrator(), query).size()).isEqualTo(found);
    }
}
