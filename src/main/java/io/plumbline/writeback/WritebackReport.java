package io.plumbline.writeback;

import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.writeback.quarantine.Quarantined;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What became of a plan. Every record of it is in here once: {@code planned = sent + held}, and
 * {@code sent = ok + refused + unknown}.
 *
 * @param fieldsWritten fields of accounts saved
 * @param accountsTouched accounts whose fields were saved
 * @param refusals records that the org refused to the last
 * @param unknown records that may or may not have been committed; the next run looks and plans anew
 * @param quarantined records that were not sent, because the org refused them before and nothing changed since
 * @param held records that were not sent, because the run had to stop or they are in quarantine
 * @param stoppedBy the failure that stopped it
 */
public record WritebackReport(
        int fieldsWritten,
        Set<RecordId> accountsTouched,
        int tasksCreated,
        int tasksUpdated,
        int tasksClosed,
        List<Refusal> refusals,
        List<Doubt> unknown,
        List<Quarantined> quarantined,
        int held,
        Optional<SalesforceFailure> stoppedBy) {

    public WritebackReport {
        accountsTouched = Set.copyOf(accountsTouched);
        refusals = List.copyOf(refusals);
        unknown = List.copyOf(unknown);
        quarantined = List.copyOf(quarantined);
    }

    /**
     * A record that was not saved.
     *
     * @param changeKey which change it was
     * @param code Salesforce's status code
     * @param message Salesforce's own words
     * @param advice who can fix it and how
     * @param passing whether the same record may succeed soon without anybody's doing
     */
    public record Refusal(
            RecordId account, String changeKey, String code, String message, String advice, boolean passing) {}

    /** A record of which nobody knows whether it was saved, and why. */
    public record Doubt(RecordId account, String changeKey, String reason) {}

    public int ok() {
        return accountsTouched.size() + tasksCreated + tasksUpdated + tasksClosed;
    }

    public int sent() {
        return ok() + refusals.size() + unknown.size();
    }

    /** Whether another run soon may well bring what this one did not: a lock, a limit, a connection that broke. */
    public boolean worthRepeating() {
        return stoppedBy.isPresent() || !unknown.isEmpty() || refusals.stream().anyMatch(Refusal::passing);
    }

    /** Whether everything that was planned is in Salesforce. */
    public boolean complete() {
        return refusals.isEmpty() && unknown.isEmpty() && held == 0;
    }
}
