package io.plumbline.dossier;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deal, closed or open.
 *
 * @param amount in the one currency of the dossier; absent or negative counts as 0
 * @param probability 0 to 100
 * @param pushCount how often the close date was moved to a later month
 * @param marginPct share of the amount, 0 to 1
 * @param families product families of its lines
 * @param contactIds contacts linked to it
 * @param planned whether the account plan foresaw it; null when nobody said
 */
public record Opportunity(
        @Nullable String id,
        @Nullable String name,
        @Nullable String type,
        @Nullable Double amount,
        @Nullable Double probability,
        @Nullable String stage,
        boolean isClosed,
        boolean isWon,
        @Nullable LocalDate createdDate,
        @Nullable LocalDate closeDate,
        @Nullable LocalDate lastActivityDate,
        @Nullable Double pushCount,
        @Nullable String source,
        @Nullable Double marginPct,
        List<String> families,
        List<String> contactIds,
        @Nullable Boolean planned) {

    public Opportunity {
        families = List.copyOf(families);
        contactIds = List.copyOf(contactIds);
    }
}
