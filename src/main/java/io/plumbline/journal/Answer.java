package io.plumbline.journal;

import io.plumbline.crm.RecordId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a person said of a finding: that it is not relevant, why, and for how long.
 *
 * @param account the account it was found about
 * @param finding the finding's key: which check found it, of what
 * @param reason in the person's own words
 * @param by the user who answered
 * @param until the last day for which it holds
 */
public record Answer(RecordId account, String finding, String reason, RecordId by, Instant at, LocalDate until) {

    /** The longest reason, in characters. */
    public static final int LONGEST_REASON = 500;

    /** @param day in the org's time zone */
    public boolean holdsOn(LocalDate day) {
        return !day.isAfter(until);
    }
}
