package io.plumbline.dossier.building.money;

import io.plumbline.config.mapping.Fact;
import io.plumbline.crm.FieldValue;
import io.plumbline.dossier.building.rows.MappedRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an opportunity stood over time: the org writes a row whenever its stage, amount, probability or close date changes,
 * and one when it is made.
 */
final class DealHistory {

    /** How it stood from a day on. */
    private record Step(
            @Nullable LocalDate since,
            @Nullable String stage,
            @Nullable LocalDate closeDate,
            @Nullable BigDecimal amount) {}

    private final List<Step> steps;

    private DealHistory(List<Step> steps) {
        this.steps = steps;
    }

    /** @param rows of one opportunity, in any order */
    static DealHistory of(List<MappedRow> rows) {
        return new DealHistory(rows.stream()
                .sorted(Comparator.comparing(DealHistory::moment).thenComparing(MappedRow::id))
                .map(row -> new Step(
                        row.day(Fact.HISTORY_SINCE),
                        row.text(Fact.HISTORY_STAGE),
                        row.day(Fact.HISTORY_CLOSE_DATE),
                        row.decimal(Fact.HISTORY_AMOUNT).orElse(null)))
                .toList());
    }

    private static Instant moment(MappedRow row) {
        return row.value(Fact.HISTORY_SINCE)
                .filter(FieldValue.Moment.class::isInstance)
                .map(value -> ((FieldValue.Moment) value).instant())
                .orElse(Instant.EPOCH);
    }

    /** How often the close date was moved to a later month, on the days from the first to the last. */
    int pushes(LocalDate first, LocalDate last) {
        int pushes = 0;
        for (int i = 1; i < steps.size(); i++) {
            LocalDate before = steps.get(i - 1).closeDate();
            LocalDate after = steps.get(i).closeDate();
            boolean later =
                    before != null && after != null && YearMonth.from(after).isAfter(YearMonth.from(before));
            if (later && isWithin(steps.get(i), first, last)) {
                pushes++;
            }
        }
        return pushes;
    }

    /** The day on which it came into the stage in which it stands; empty when that cannot be told. */
    Optional<LocalDate> stageSince() {
        @Nullable LocalDate since = null;
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (!Objects.equals(steps.get(i).stage(), steps.getLast().stage())) {
                break;
            }
            since = steps.get(i).since();
        }
        return Optional.ofNullable(since);
    }

    /** The amount as it was before a day, or when the opportunity was made after that. */
    Optional<BigDecimal> amountBefore(LocalDate day) {
        return steps.stream()
                .filter(step -> step.since() != null && step.since().isBefore(day))
                .reduce((earlier, later) -> later)
                .or(() -> steps.stream().findFirst())
                .map(Step::amount);
    }

    /** The amount as the last row has it. */
    Optional<BigDecimal> amountNow() {
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(steps.getLast().amount());
    }

    private static boolean isWithin(Step step, LocalDate first, LocalDate last) {
        return step.since() != null
                && !step.since().isBefore(first)
                && !step.since().isAfter(last);
    }
}
