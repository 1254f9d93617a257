package io.plumbline.journal;

import io.plumbline.crm.RecordId;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The verdict about one account on one day, as it is remembered. Scores are 0..100, null when unknown; the words are
 * the model's ({@code GREEN}, {@code DUE_SOON}, {@code STEADY}).
 *
 * @param health unrounded to six decimals, for the trend
 * @param writtenHealth health as the CRM gets it
 * @param attention value at stake times what health lacks, in the corporate currency; null when health is unknown
 */
public record Verdict(
        RecordId account,
        LocalDate asOf,
        @Nullable BigDecimal health,
        @Nullable Integer writtenHealth,
        @Nullable Integer retention,
        @Nullable Integer growth,
        @Nullable Integer thoroughness,
        @Nullable Integer vetting,
        @Nullable Integer execution,
        @Nullable Integer roleCoverage,
        int confidence,
        String band,
        String planCurrency,
        String trend,
        @Nullable BigDecimal attention) {}
