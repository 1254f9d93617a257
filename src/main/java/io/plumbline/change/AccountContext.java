package io.plumbline.change;

import io.plumbline.crm.RecordId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What change planning needs to know of an account besides its assessment.
 *
 * @param id the account
 * @param name its name, for the subject of tasks
 * @param owner the account's owner
 * @param planOwner the owner of the governing plan, who is asked first
 * @param planName the governing plan's name, for the text of tasks
 * @param exchangeRate units of the account's own currency for one unit of the corporate currency, in which the
 *     assessment counts: a Currency field of a record is in the record's currency (trap H7). Empty when the org shows
 *     none; then no amount is written
 * @param earlierHealth health as it was written before, 0 to 100, by day; the card draws it
 */
public record AccountContext(
        RecordId id,
        String name,
        Optional<RecordId> owner,
        Optional<RecordId> planOwner,
        Optional<String> planName,
        Optional<BigDecimal> exchangeRate,
        SortedMap<LocalDate, Integer> earlierHealth) {

    public AccountContext {
        earlierHealth = new TreeMap<>(earlierHealth);
    }

    public AccountContext(
            RecordId id,
            String name,
            Optional<RecordId> owner,
            Optional<RecordId> planOwner,
            Optional<String> planName,
            BigDecimal exchangeRate) {
        this(id, name, owner, planOwner, planName, Optional.of(exchangeRate));
    }

    public AccountContext(
            RecordId id,
            String name,
            Optional<RecordId> owner,
            Optional<RecordId> planOwner,
            Optional<String> planName,
            Optional<BigDecimal> exchangeRate) {
        this(id, name, owner, planOwner, planName, exchangeRate, new TreeMap<>());
    }
}
