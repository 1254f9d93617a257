package io.plumbline.dossier;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A rate by which amounts of an account were converted, so that a person can tell a deal that grew from a currency that
 * did (trap H7).
 *
 * @param currency ISO code of what was converted
 * @param rate units of it for one of {@code corporate}
 * @param corporate ISO code of the currency in which the dossier counts
 * @param from the first day on which this rate holds; null for the rate of amounts that have no day
 */
public record UsedRate(
        String currency,
        BigDecimal rate,
        String corporate,
        @Nullable LocalDate from) implements Comparable<UsedRate> {

    private static final Comparator<UsedRate> ORDER = Comparator.comparing(UsedRate::currency)
            .thenComparing(UsedRate::from, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(UsedRate::rate);

    /** Such as {@code 1.25 USD for one EUR, from 2026-01-01 on}. */
    public String sentence() {
        return rate.stripTrailingZeros().toPlainString() + " " + currency + " for one " + corporate
                + (from == null ? "" : ", from " + from + " on");
    }

    @Override
    public int compareTo(UsedRate other) {
        return ORDER.compare(this, other);
    }
}
