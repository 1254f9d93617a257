package io.plumbline.sandbox.setup;

import java.time.ZoneId;
import java.util.Currency;

/**
 * What is decided once for an org.
 *
 * @param zone where its days begin and end: date literals follow it
 * @param multiCurrency whether records carry CurrencyIsoCode and CurrencyType exists
 * @param corporateCurrency the currency of amounts in a single-currency org, the base of the rates otherwise
 */
public record OrgSettings(String name, ZoneId zone, boolean multiCurrency, Currency corporateCurrency) {

    /** One currency, UTC. */
    public static OrgSettings plain() {
        return new OrgSettings("Plumbline Sandbox", ZoneId.of("UTC"), false, Currency.getInstance("USD"));
    }
}
