package io.plumbline.dossier.building;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.dossier.AccountDossier;
import io.plumbline.dossier.Opportunity;
import io.plumbline.dossier.UsedRate;
import io.plumbline.sandbox.record.OrgFixture;
import io.plumbline.sandbox.setup.OrgSettings;
import io.plumbline.testing.Trap;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Amounts of an org with several currencies and dated exchange rates. */
class MoneyFactsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final OrgFixture org = new OrgFixture(
            new OrgSettings("Two currencies", ZoneId.of("Europe/Berlin"), true, Currency.getInstance("EUR")));
    private final OrgRead reading = new OrgRead(org.org);
    private final String acme = org.create("Account", "Name", "Acme", "CurrencyIsoCode", "USD");

    @AfterEach
    void close() {
        reading.close();
    }

    /** As Salesforce does itself: by the rate of the close date, and by the one rate of the currency where there is none. */
    @Test
    @Trap("H7")
    void anOpportunityCountsAtTheRateOfItsCloseDate() {
        rate("1.25");
        datedRate("2026-01-01", "1.20");
        datedRate("2026-02-01", "1.50");
        deal("Before all rates", "2025-12-31", "125");
        deal("Last day of a rate", "2026-01-31", "120");
        deal("First day of a rate", "2026-02-01", "150");
        deal("Far ahead", "2027-06-30", "300");
        org.create(
                "Opportunity",
                "Name",
                "At home",
                "AccountId",
                acme,
                "StageName",
                "Prospecting",
                "CloseDate",
                "2026-02-01",
                "Amount",
                "7",
                "CurrencyIsoCode",
                "EUR");

        AccountDossier read = reading.only(TODAY);

        assertThat(read.dossier().opportunities())
                .extracting(Opportunity::name, Opportunity::amount)
                .containsExactlyInAnyOrder(
                        tuple("Before all rates", 100.0),
                        tuple("Last day of a rate", 100.0),
                        tuple("First day of a rate", 100.0),
                        tuple("Far ahead", 200.0),
                        tuple("At home", 7.0));
        assertThat(read.exchangeRate())
                .hasValueSatisfying(rate -> assertThat(rate)
                        .as("fields of the account itself have no day")
                        .isEqualByComparingTo("1.25"));
        assertThat(read.usedRates())
                .extracting(UsedRate::sentence)
                .containsExactly(
                        "1.25 USD for one EUR",
                        "1.2 USD for one EUR, from 2026-01-01 on",
                        "1.5 USD for one EUR, from 2026-02-01 on");
    }

    @Test
    void aPlansTargetCountsAtTheOneRateOfItsCurrency() {
        rate("1.25");
        datedRate("2026-01-01", "2");
        org.create(
                "Plumbline_Plan__c",
                "Name",
                "Plan",
                "Account__c",
                acme,
                "State__c",
                "Active",
                "Period_Start__c",
                "2026-01-01",
                "Target_Revenue__c",
                "125",
                "CurrencyIsoCode",
                "USD");

        assertThat(reading.only(TODAY).dossier().plans().getFirst().targetRevenue())
                .isEqualTo(100.0);
    }

    /** Rates are asked for once an hour, and all dossiers of a run count by the same. */
    @Test
    @Trap("H7")
    void aRateThatIsChangedCountsWithinTheHour() {
        String dollar = rate("1.25");
        deal("Deal", "2026-02-01", "250");
        assertThat(amount()).isEqualTo(200.0);

        org.update("CurrencyType", dollar, "ConversionRate", "2.50");
        org.org.clock().advance(Duration.ofMinutes(15));
        assertThat(amount()).isEqualTo(200.0);
        org.org.clock().advance(Duration.ofMinutes(45));
        assertThat(amount()).isEqualTo(100.0);
    }

    private Double amount() {
        return reading.only(TODAY).dossier().opportunities().getFirst().amount();
    }

    private String rate(String units) {
        return org.create(
                "CurrencyType", "IsoCode", "USD", "ConversionRate", units, "DecimalPlaces", 2, "IsActive", true);
    }

    private void datedRate(String start, String units) {
        org.create("DatedConversionRate", "IsoCode", "USD", "StartDate", start, "ConversionRate", units);
    }

    private void deal(String name, String closes, String amount) {
        org.create(
                "Opportunity",
                "Name",
                name,
                "AccountId",
                acme,
                "StageName",
                "Prospecting",
                "CloseDate",
                closes,
                "Amount",
                amount,
                "CurrencyIsoCode",
                "USD");
    }
}
