package io.plumbline.dossier.building;

import io.plumbline.config.mapping.Fact;
import io.plumbline.config.mapping.Translation;
import io.plumbline.crm.FieldName;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Amounts of one account's records in the one currency of its dossier, and what could not be converted. */
final class Money {

    private final ExchangeRates rates;
    private final Set<String> unknown = new LinkedHashSet<>();

    Money(ExchangeRates rates) {
        this.rates = rates;
    }

    @Nullable
    Double amount(MappedRow row, Fact amount, Fact currency) {
        return row.decimal(amount)
                .flatMap(value -> converted(row, value, row.value(currency).map(Object::toString)))
                .map(BigDecimal::doubleValue)
                .orElse(null);
    }

    @Nullable
    Double amount(MappedRow row, FieldName amount, Translation translation, Fact currency) {
        return row.value(amount, translation)
                .flatMap(MappedRow::decimal)
                .flatMap(value -> converted(row, value, row.value(currency).map(Object::toString)))
                .map(BigDecimal::doubleValue)
                .orElse(null);
    }

    private Optional<BigDecimal> converted(MappedRow row, BigDecimal value, Optional<String> currency) {
        Optional<BigDecimal> converted = rates.toCorporate(value, currency);
        if (converted.isEmpty()) {
            unknown.add(currency.map(code -> "Amounts in " + code + " are unknown, since the org shows no exchange rate"
                            + " for it: a Salesforce administrator activates the currency under Manage Currencies.")
                    .orElse("The amounts of " + row.row().record().object()
                            + " are unknown, since its currency cannot be seen: a Salesforce administrator grants the"
                            + " integration user read access to "
                            + row.row().record().object() + ".CurrencyIsoCode."));
        }
        return converted;
    }

    List<String> unknownBecause() {
        return List.copyOf(unknown);
    }
}
