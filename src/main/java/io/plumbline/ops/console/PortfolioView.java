package io.plumbline.ops.console;

import io.plumbline.assess.Band;
import io.plumbline.assess.ClockVerdict;
import io.plumbline.assess.Trend;
import io.plumbline.journal.AccountList;
import io.plumbline.journal.AccountList.Order;
import io.plumbline.ops.text.Moods;
import io.plumbline.ops.text.Words;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Accounts as a list, and how their bands went.
 *
 * @param columns what the list can be sorted by
 * @param owners to choose from; none for those who see no names
 * @param previous the address of the page before, null when there is none
 */
record PortfolioView(
        PortfolioQuery query,
        List<Row> rows,
        List<Column> columns,
        List<Choice> bands,
        List<Choice> plans,
        List<String> owners,
        Paging paging,
        @Nullable String previous,
        @Nullable String next,
        BandsPicture picture,
        boolean narrowed) {

    /** One account. @param name or its Id, for those who see no names */
    record Row(
            String id,
            String name,
            String owner,
            String band,
            String mood,
            String health,
            String trend,
            String plan,
            String planMood,
            String thoroughness,
            String attention) {}

    /** @param sort as screen readers are told it: {@code ascending}, {@code descending}, {@code none} */
    record Column(String label, String address, String sort, boolean number) {}

    /** One of the words to choose from. */
    record Choice(String value, String label) {}

    static PortfolioView of(
            PortfolioQuery query,
            List<AccountList.Listed> accounts,
            List<String> owners,
            Paging paging,
            BandsPicture picture,
            boolean seesNames) {
        return new PortfolioView(
                query,
                accounts.stream().map(account -> row(account, seesNames)).toList(),
                columns(query, seesNames),
                Stream.of(Band.values())
                        .map(band -> new Choice(band.name(), Words.band(band)))
                        .toList(),
                Stream.of(ClockVerdict.values())
                        .map(plan -> new Choice(plan.name(), Words.currency(plan)))
                        .toList(),
                seesNames ? owners : List.of(),
                paging,
                paging.hasPrevious() ? query.turnedTo(paging.page() - 1) : null,
                paging.hasNext() ? query.turnedTo(paging.page() + 1) : null,
                picture,
                query.isNarrowed());
    }

    private static Row row(AccountList.Listed account, boolean seesNames) {
        Band band = Band.valueOf(account.band());
        ClockVerdict plan = ClockVerdict.valueOf(account.planCurrency());
        String id = account.account().value();
        return new Row(
                id,
                seesNames ? account.name() : id,
                seesNames ? account.owner() : "",
                Words.band(band),
                Moods.of(band),
                Figures.score(account.health()),
                Words.trend(Trend.valueOf(account.trend())),
                Words.currency(plan),
                Moods.of(plan),
                Figures.score(account.thoroughness()),
                Figures.money(account.attention()));
    }

    private static List<Column> columns(PortfolioQuery query, boolean seesNames) {
        return List.of(
                column(query, seesNames ? Order.NAME : Order.ID, "Account", "ascending", false),
                column(query, Order.BAND, "Band", "ascending", false),
                column(query, Order.HEALTH, "Health", "ascending", true),
                column(query, Order.PLAN, "Plan", "ascending", false),
                column(query, Order.THOROUGHNESS, "Thoroughness", "ascending", true),
                column(query, Order.ATTENTION, "Attention", "descending", true));
    }

    private static Column column(PortfolioQuery query, Order by, String label, String direction, boolean number) {
        return new Column(label, query.sortedBy(by), query.order() == by ? direction : "none", number);
    }
}
