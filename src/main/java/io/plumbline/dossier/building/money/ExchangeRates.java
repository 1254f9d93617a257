package io.plumbline.dossier.building.money;

import io.plumbline.dossier.UsedRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rates of an org, in units of a currency for one of the corporate currency, as Salesforce keeps them. Read once for
 * all dossiers of a day, so that a rate changed meanwhile divides no two of them (trap H7).
 *
 * <p>As in Salesforce, an amount that has a day, which is that of an opportunity, goes by the dated rate of that day where
 * the org keeps dated rates; all others go by the one rate of the currency.
 *
 * @param corporate ISO code of the currency in which dossiers count
 * @param multiCurrency whether records carry their own currency; where not, all are in the corporate one
 * @param rates by ISO code
 * @param dated by ISO code, each by the first day on which it holds
 */
public record ExchangeRates(
        String corporate,
        boolean multiCurrency,
        Map<String, BigDecimal> rates,
        Map<String, NavigableMap<LocalDate, BigDecimal>> dated) {

    public ExchangeRates {
        rates = new TreeMap<>(rates);
        dated = new TreeMap<>(dated);
    }

    /** The rate of a currency for amounts without a day; empty when the org has none, so that no amount in it can be counted. */
    public Optional<UsedRate> rate(Optional<String> currency) {
        return rate(currency, null);
    }

    /** @param day the day of the amount; null for none */
    public Optional<UsedRate> rate(Optional<String> currency, @Nullable LocalDate day) {
        if (!multiCurrency) {
            return Optional.of(one(corporate));
        }
        return currency.flatMap(code -> code.equals(corporate)
                ? Optional.of(one(code))
                : datedRate(code, day).or(() -> usable(code, rates.get(code), null)));
    }

    private Optional<UsedRate> datedRate(String code, @Nullable LocalDate day) {
        NavigableMap<LocalDate, BigDecimal> known = dated.get(code);
        Map.Entry<LocalDate, BigDecimal> entry = known == null || day == null ? null : known.floorEntry(day);
        return entry == null ? Optional.empty() : usable(code, entry.getValue(), entry.getKey());
    }

    private Optional<UsedRate> usable(String code, @Nullable BigDecimal rate, @Nullable LocalDate from) {
        return Optional.ofNullable(rate)
                .filter(units -> units.signum() > 0)
                .map(units -> new UsedRate(code, units, corporate, from));
    }

    private UsedRate one(String code) {
        return new UsedRate(code, BigDecimal.ONE, corporate, null);
    }
}
