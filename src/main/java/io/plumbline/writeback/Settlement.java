package io.plumbline.writeback;

import io.plumbline.change.Change;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.WriteOutcome;
import java.time.Instant;

/**
 * What became of one change that was sent.
 *
 * @param at not later than the commit, by the org's clock
 */
public record Settlement(RecordId org, long run, Change change, WriteOutcome outcome, Instant at) {

    /** What the org or the connection said and who can fix it; empty text when the record was saved. */
    public String message() {
        return switch (outcome) {
            case WriteOutcome.Saved saved -> "";
            case WriteOutcome.Refused refused -> refused.code() + ": " + refused.message() + " " + refused.advice();
            case WriteOutcome.Unknown unknown -> unknown.reason();
        };
    }
}
