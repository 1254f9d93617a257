package io.plumbline.dossier.building.money;

import io.plumbline.config.mapping.Fact;
import io.plumbline.config.mapping.HistoryFact;
import io.plumbline.dossier.UsedRate;
import io.plumbline.dossier.building.rows.MappedRow;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The histories of one account's opportunities, and the numbers that are counted from them. What no history tells is
 * unknown: an org keeps it for opportunities alone that changed since it began to.
 */
public final class DealHistories {

    private final LocalDate asOf;
    private final ExchangeRates rates;
    private final Map<String, DealHistory> byDeal = new LinkedHashMap<>();

    /** @param rows of the history, by opportunity */
    public DealHistories(Map<String, List<MappedRow>> rows, LocalDate asOf, ExchangeRates rates) {
        this.asOf = asOf;
        this.rates = rates;
        rows.forEach((deal, steps) -> byDeal.put(deal, DealHistory.of(steps)));
    }

    /** How often an opportunity was moved to a later month, ever; empty when no history tells. */
    Optional<Double> pushes(MappedRow deal) {
        return Optional.ofNullable(byDeal.get(deal.id())).map(history -> (double) history.pushes(LocalDate.MIN, asOf));
    }

    /** @param deals all opportunities of the account */
    public Map<String, io.plumbline.dossier.Fact> facts(Collection<HistoryFact> asked, List<MappedRow> deals) {
        Map<String, io.plumbline.dossier.Fact> facts = new LinkedHashMap<>();
        for (HistoryFact fact : asked) {
            number(fact, deals)
                    .ifPresent(number -> facts.put(fact.name(), new io.plumbline.dossier.Fact(number, asOf)));
        }
        return facts;
    }

    private Optional<Double> number(HistoryFact fact, List<MappedRow> deals) {
        LocalDate first = asOf.minusDays(fact.days() - 1L);
        return switch (fact.count()) {
            case PUSHES ->
                sum(histories(deals).map(history -> history.pushes(first, asOf)).toList());
            case STAGE_AGE ->
                mean(histories(open(deals))
                        .flatMap(history -> history.stageSince().stream())
                        .map(since -> Math.max(0, asOf.toEpochDay() - since.toEpochDay()))
                        .toList());
            case AMOUNT_CUT -> cut(open(deals), first);
        };
    }

    private Optional<Double> cut(List<MappedRow> deals, LocalDate first) {
        BigDecimal all = BigDecimal.ZERO;
        BigDecimal cut = BigDecimal.ZERO;
        for (MappedRow deal : deals) {
            DealHistory history = byDeal.get(deal.id());
            Optional<BigDecimal> before = Optional.ofNullable(history).flatMap(known -> known.amountBefore(first));
            Optional<BigDecimal> now = Optional.ofNullable(history).flatMap(DealHistory::amountNow);
            Optional<BigDecimal> rate = rates.rate(
                            deal.value(Fact.OPPORTUNITY_CURRENCY).map(Object::toString))
                    .map(UsedRate::rate);
            if (before.isPresent() && now.isPresent() && rate.isPresent()) {
                BigDecimal stood = before.get().divide(rate.get(), MathContext.DECIMAL128);
                BigDecimal stands = now.get().divide(rate.get(), MathContext.DECIMAL128);
                all = all.add(stood.max(BigDecimal.ZERO));
                cut = cut.add(stood.subtract(stands).max(BigDecimal.ZERO));
            }
        }
        return all.signum() == 0
                ? Optional.empty()
                : Optional.of(cut.divide(all, MathContext.DECIMAL128).doubleValue());
    }

    private Stream<DealHistory> histories(List<MappedRow> deals) {
        return deals.stream().flatMap(deal -> Stream.ofNullable(byDeal.get(deal.id())));
    }

    private static List<MappedRow> open(List<MappedRow> deals) {
        return deals.stream()
                .filter(deal -> !deal.isSet(Fact.OPPORTUNITY_CLOSED))
                .toList();
    }

    private static Optional<Double> sum(List<Integer> counts) {
        return counts.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        (double) counts.stream().mapToInt(Integer::intValue).sum());
    }

    private static Optional<Double> mean(List<Long> days) {
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(days.stream().mapToLong(Long::longValue).average().orElse(0));
    }
}
