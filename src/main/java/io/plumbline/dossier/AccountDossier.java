package io.plumbline.dossier;

import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A dossier and what of Plumbline's own stands in the org for that account.
 *
 * @param unknownBecause for this account, why something is unknown, one sentence each
 * @param exchangeRate units of the account's own currency for one of the corporate currency, in which the dossier
 *     counts; empty when the org shows none, so that no amount can be written to the account
 * @param usedRates by which amounts of the account's records were converted, in the order of currency and day
 * @param createdAt when the account was made; empty when that cannot be seen
 * @param stamp the account's SystemModstamp when it was read
 * @param results the present values of the result fields that could be read
 * @param tasks Plumbline's tasks on the account, deleted ones included
 * @param people the Ids of all users whom the dossier speaks of and the managers above them, seen or not
 */
public record AccountDossier(
        Dossier dossier,
        List<String> unknownBecause,
        Optional<BigDecimal> exchangeRate,
        List<UsedRate> usedRates,
        Optional<Instant> createdAt,
        Instant stamp,
        Map<FieldName, FieldValue> results,
        List<OwnTask> tasks,
        Set<String> people) {

    public AccountDossier {
        unknownBecause = List.copyOf(unknownBecause);
        usedRates = List.copyOf(usedRates);
        results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
        tasks = List.copyOf(tasks);
        people = Set.copyOf(people);
    }
}
