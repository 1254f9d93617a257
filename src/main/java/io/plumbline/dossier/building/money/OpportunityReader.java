package io.plumbline.dossier.building.money;

import io.plumbline.config.mapping.Fact;
import io.plumbline.dossier.Opportunity;
import io.plumbline.dossier.building.rows.MappedRow;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Opportunities with the product families of their lines and the contacts in their roles. */
public final class OpportunityReader {

    private final Money money;
    private final Map<String, String> familyOfProduct;
    private final DealHistories histories;

    public OpportunityReader(Money money, Map<String, String> familyOfProduct, DealHistories histories) {
        this.money = money;
        this.familyOfProduct = familyOfProduct;
        this.histories = histories;
    }

    public Opportunity opportunity(MappedRow row, List<MappedRow> lines, List<MappedRow> roles) {
        return new Opportunity(
                row.id(),
                row.text(Fact.OPPORTUNITY_NAME),
                row.text(Fact.OPPORTUNITY_TYPE),
                money.amount(
                        row, Fact.OPPORTUNITY_AMOUNT, Fact.OPPORTUNITY_CURRENCY, row.day(Fact.OPPORTUNITY_CLOSE_DATE)),
                row.number(Fact.OPPORTUNITY_PROBABILITY),
                row.text(Fact.OPPORTUNITY_STAGE),
                row.isSet(Fact.OPPORTUNITY_CLOSED),
                row.isSet(Fact.OPPORTUNITY_WON),
                row.day(Fact.OPPORTUNITY_CREATED),
                row.day(Fact.OPPORTUNITY_CLOSE_DATE),
                // Tasks of our own cannot refresh it: they hang on the account, which moves the account's date alone.
                row.day(Fact.OPPORTUNITY_LAST_ACTIVITY),
                pushes(row),
                row.text(Fact.OPPORTUNITY_SOURCE),
                row.number(Fact.OPPORTUNITY_MARGIN),
                distinct(lines, line -> {
                    String product = line.reference(Fact.LINE_ITEM_PRODUCT);
                    return product == null ? null : familyOfProduct.get(product);
                }),
                distinct(roles, role -> role.reference(Fact.CONTACT_ROLE_CONTACT)),
                planned(row));
    }

    /** The org's own count; where it shows none, as for what was pushed before it began to count, that of the history. */
    private @Nullable Double pushes(MappedRow row) {
        Double counted = row.number(Fact.OPPORTUNITY_PUSH_COUNT);
        return counted == null ? histories.pushes(row).orElse(null) : counted;
    }

    /** Where it cannot be seen which deals the plan foresaw, none may count as one that it did not (trap I1). */
    private static @Nullable Boolean planned(MappedRow row) {
        boolean hidden = row.isMapped(Fact.OPPORTUNITY_PLANNED) && !row.wasRead(Fact.OPPORTUNITY_PLANNED);
        return hidden ? Boolean.TRUE : row.flag(Fact.OPPORTUNITY_PLANNED);
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
