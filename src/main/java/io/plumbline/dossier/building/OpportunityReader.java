package io.plumbline.dossier.building;

import io.plumbline.config.mapping.Fact;
import io.plumbline.dossier.Opportunity;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Opportunities with the product families of their lines and the contacts in their roles. */
final class OpportunityReader {

    private final Money money;
    private final Map<String, String> familyOfProduct;

    OpportunityReader(Money money, Map<String, String> familyOfProduct) {
        this.money = money;
        this.familyOfProduct = familyOfProduct;
    }

    Opportunity opportunity(MappedRow row, List<MappedRow> lines, List<MappedRow> roles) {
        return new Opportunity(
                row.id(),
                row.text(Fact.OPPORTUNITY_NAME),
                row.text(Fact.OPPORTUNITY_TYPE),
                money.amount(row, Fact.OPPORTUNITY_AMOUNT, Fact.OPPORTUNITY_CURRENCY),
                row.number(Fact.OPPORTUNITY_PROBABILITY),
                row.text(Fact.OPPORTUNITY_STAGE),
                row.isSet(Fact.OPPORTUNITY_CLOSED),
                row.isSet(Fact.OPPORTUNITY_WON),
                row.day(Fact.OPPORTUNITY_CREATED),
                row.day(Fact.OPPORTUNITY_CLOSE_DATE),
                // Tasks of our own cannot refresh it: they hang on the account, which moves the account's date alone.
                row.day(Fact.OPPORTUNITY_LAST_ACTIVITY),
                row.number(Fact.OPPORTUNITY_PUSH_COUNT),
                row.text(Fact.OPPORTUNITY_SOURCE),
                row.number(Fact.OPPORTUNITY_MARGIN),
                distinct(lines, line -> {
                    String product = line.reference(Fact.LINE_ITEM_PRODUCT);
                    return product == null ? null : familyOfProduct.get(product);
                }),
                distinct(roles, role -> role.reference(Fact.CONTACT_ROLE_CONTACT)),
                row.flag(Fact.OPPORTUNITY_PLANNED));
    }

    private interface Reader {
        @Nullable
        String read(MappedRow row);
    }

    private static List<String> distinct(List<MappedRow> rows, Reader reader) {
        return rows.stream()
                .map(reader::read)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
