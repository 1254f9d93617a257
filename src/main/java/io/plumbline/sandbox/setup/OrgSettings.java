package io.plumbline.sandbox.setup;

import java.time.ZoneId;
import java.util.Currency;

/**
 * What is decided once for an org.
 *
 * @param zone where its days begin and end: date literals follow it
 * @param multiCurrency whether records carry CurrencyIsoCode and CurrencyType exists, and dated rates with it
 * @param corporateCurrency the currency of amounts in a single-currency org, the base of the rates otherwise
 * @param fiscalStartMonth the month with which its fiscal years begin, 1 to 12
 * @param fiscalNamedByStart whether they are called after the calendar year in which they begin
 */
public record OrgSettings(
        String name,
        ZoneId zone,
        boolean multiCurrency,
        Currency corporateCurrency,
        int fiscalStartMonth,
        boolean fiscalNamedByStart) {

    /** Fiscal years are calendar years. */
    public OrgSettings(String name, ZoneId zone, boolean multiCurrency, Currency corporateCurrency) {
        this(name, zone, multiCurrency, corporateCurrency, 1, false);
    }

    /** One currency, UTC. */
    public static OrgSettings plain() {
        return new OrgSettings("Plumbline Sandbox", ZoneId.of("UTC"), false, Currency.getInstance("USD"));
    }
}
