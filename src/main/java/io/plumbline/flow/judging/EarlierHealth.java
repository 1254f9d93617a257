package io.plumbline.flow.judging;

import io.plumbline.crm.RecordId;
import io.plumbline.dossier.HealthOnDate;
import io.plumbline.journal.Verdict;
import io.plumbline.journal.Verdicts;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Health as it was judged before, from the journal.
 *
 * @param days how far back the trend looks
 */
public record EarlierHealth(Verdicts verdicts, int days) {

    public List<HealthOnDate> of(RecordId org, RecordId account, LocalDate asOf) {
        return verdicts.history(org, account, asOf.minusDays(days)).stream()
                .flatMap(EarlierHealth::health)
                .toList();
    }

    /** Of these accounts, read at once. */
    Function<RecordId, List<HealthOnDate>> ofSome(RecordId org, Collection<RecordId> accounts, LocalDate asOf) {
        Map<RecordId, List<HealthOnDate>> read = verdicts.history(org, accounts, asOf.minusDays(days)).stream()
                .collect(Collectors.groupingBy(
                        Verdict::account, Collectors.flatMapping(EarlierHealth::health, Collectors.toList())));
        return account -> read.getOrDefault(account, List.of());
    }

    private static Stream<HealthOnDate> health(Verdict verdict) {
        return verdict.health() == null
                ? Stream.empty()
                : Stream.of(new HealthOnDate(verdict.asOf(), verdict.health().doubleValue()));
    }
}
