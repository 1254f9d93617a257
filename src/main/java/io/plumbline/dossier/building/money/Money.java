package io.plumbline.dossier.building.money;

import io.plumbline.config.mapping.Fact;
import io.plumbline.config.mapping.Translation;
import io.plumbline.crm.FieldName;
import io.plumbline.dossier.UsedRate;
import io.plumbline.dossier.building.rows.MappedRow;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Amounts of one account's records in the one currency of its dossier, by which rates, and what could not be converted. */
public final class Money {

    private final ExchangeRates rates;
    private final Set<UsedRate> used = new TreeSet<>();
    private final Set<String> unknown = new LinkedHashSet<>();

    public Money(ExchangeRates rates) {
        this.rates = rates;
    }

    @Nullable
    public Double amount(MappedRow row, Fact amount, Fact currency) {
        return amount(row, amount, currency, null);
    }

    /** An amount that counts by the rate of a day. */
    @Nullable
    Double amount(MappedRow row, Fact amount, Fact currency, @Nullable LocalDate day) {
        return converted(row, row.decimal(amount), currency, day);
    }

    @Nullable
    public Double amount(MappedRow row, FieldName amount, Translation translation, Fact currency) {
        return converted(row, row.value(amount, translation).flatMap(MappedRow::decimal), currency, null);
    }

    private @Nullable Double converted(
            MappedRow row, Optional<BigDecimal> amount, Fact currency, @Nullable LocalDate day) {
        return amount.flatMap(value -> converted(row, value, currency, day))
                .map(BigDecimal::doubleValue)
                .orElse(null);
    }

    private Optional<BigDecimal> converted(MappedRow row, BigDecimal value, Fact currency, @Nullable LocalDate day) {
        Optional<String> code = row.value(currency).map(Object::toString);
        Optional<UsedRate> rate = rates.rate(code, day);
        rate.filter(found -> !found.currency().equals(found.corporate())).ifPresent(used::add);
        if (rate.isEmpty()) {
            unknown.add(because(row, code));
        }
        return rate.map(found -> found.rate().compareTo(BigDecimal.ONE) == 0
                ? value
                : value.divide(found.rate(), MathContext.DECIMAL128));
    }

    private static String because(MappedRow row, Optional<String> currency) {
        return currency.map(code -> "Amounts in " + code + " are unknown, since the org shows no exchange rate"
                        + " for it: a Salesforce administrator activates the currency under Manage Currencies.")
                .orElse("The amounts of " + row.row().record().object()
                        + " are unknown, since its currency cannot be seen: a Salesforce administrator grants the"
                        + " integration user read access to "
                        + row.row().record().object() + ".CurrencyIsoCode.");
    }

    /** In the order of currency and day. */
    public List<UsedRate> usedRates() {
        return List.copyOf(used);
    }

    public List<String> unknownBecause() {
        return List.copyOf(unknown);
    }
}
