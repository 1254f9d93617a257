package io.plumbline.flow.judging;

import io.plumbline.crm.RecordId;
import io.plumbline.dossier.HealthOnDate;
import io.plumbline.journal.Verdicts;
import java.time.LocalDate;
import java.util.List;

/**
 * Health as it was judged before, from the journal.
 *
 * @param days how far back the trend looks
 */
public record EarlierHealth(Verdicts verdicts, int days) {

    public List<HealthOnDate> of(RecordId org, RecordId account, LocalDate asOf) {
        return verdicts.history(org, account, asOf.minusDays(days)).stream()
                .filter(verdict -> verdict.health() != null)
                .map(verdict ->
                        new HealthOnDate(verdict.asOf(), verdict.health().doubleValue()))
                .toList();
    }
}
