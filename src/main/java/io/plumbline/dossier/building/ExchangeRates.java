package io.plumbline.dossier.building;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One rate for each currency, in units of it for one of the corporate currency, as CurrencyType keeps them (trap H7).
 *
 * @param corporate ISO code of the currency in which dossiers count
 * @param multiCurrency whether records carry their own currency; where not, all are in the corporate one
 * @param rates by ISO code
 */
record ExchangeRates(String corporate, boolean multiCurrency, Map<String, BigDecimal> rates) {

    ExchangeRates {
        rates = new TreeMap<>(rates);
    }

    /** The rate of a currency; empty when the org has none, so that no amount in it can be counted. */
    Optional<BigDecimal> rate(Optional<String> currency) {
        if (!multiCurrency) {
            return Optional.of(BigDecimal.ONE);
        }
        return currency.flatMap(code -> code.equals(corporate)
                ? Optional.of(BigDecimal.ONE)
                : Optional.ofNullable(rates.get(code)).filter(rate -> rate.signum() > 0));
    }

    Optional<BigDecimal> toCorporate(BigDecimal amount, Optional<String> currency) {
        return rate(currency)
                .map(rate ->
                        rate.compareTo(BigDecimal.ONE) == 0 ? amount : amount.divide(rate, MathContext.DECIMAL128));
    }
}
