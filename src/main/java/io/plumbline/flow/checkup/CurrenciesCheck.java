package io.plumbline.flow.checkup;

import io.plumbline.config.mapping.Fact;
import io.plumbline.config.mapping.Source;
import io.plumbline.config.mapping.SourceName;
import io.plumbline.crm.CrmRecord;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.salesforce.SoqlQuery;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** In which currency amounts are compared, and what the others are worth. */
final class CurrenciesCheck implements SignedInCheck {

    @Override
    public String id() {
        return "currencies";
    }

    @Override
    public String subject() {
        return "Currencies";
    }

    @Override
    public List<CheckupLine> lines(SignedIn org) {
        String corporate = org.identity().currency();
        if (!org.identity().multiCurrency()) {
            return List.of(CheckupLine.ok(id(), subject(), "The org counts in " + corporate + " alone."));
        }
        Optional<Source> source = org.configuration()
                .mapping()
                .source(SourceName.CURRENCIES)
                .filter(mapped -> org.salesforce().objects().contains(mapped.object()));
        Optional<FieldName> code = org.configuration().mapping().field(Fact.CURRENCY_CODE);
        Optional<FieldName> rate = org.configuration().mapping().field(Fact.CURRENCY_RATE);
        if (source.isEmpty() || code.isEmpty() || rate.isEmpty()) {
            return List.of(CheckupLine.warning(
                    id(),
                    subject(),
                    "The org has several currencies and its rates cannot be seen, so amounts in others than "
                            + corporate + " are unknown.",
                    "A Salesforce administrator lets the integration user read CurrencyType, and sales operations maps"
                            + " sources.currencies."));
        }
        String others = org
                .salesforce()
                .query(new SoqlQuery(
                        source.get().object(),
                        List.of(code.get(), rate.get()),
                        source.get().where(),
                        Optional.empty(),
                        false))
                .records()
                .stream()
                .filter(row -> !row.text(code.get()).orElse("").equals(corporate))
                .map(row -> "1 " + corporate + " = " + number(row, rate.get()) + " "
                        + row.text(code.get()).orElse("?"))
                .sorted()
                .collect(Collectors.joining(", "));
        return List.of(CheckupLine.ok(
                id(),
                subject(),
                "Amounts are compared in " + corporate + (others.isEmpty() ? "." : ", at " + others + ".")));
    }

    private static String number(CrmRecord row, FieldName field) {
        return row.value(field).map(FieldValue::toString).orElse("?");
    }
}
