package io.plumbline.writeback;

import io.plumbline.change.ChangeSet;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.SalesforceOrg;
import io.plumbline.writeback.lease.Lease;
import io.plumbline.writeback.quarantine.Quarantine;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Carries change sets to one org: recorded, sent in batches, settled record by record.
 *
 * <p>A record that is refused stands for itself; the others go on. One that is refused for a passing reason (a lock, a
 * limit) is sent again after a pause, a few times; then it stays for the next run, which plans anew. One that is refused
 * for a reason of its own goes into quarantine and is tried again with patience (trap F6). A batch that is refused as a
 * whole is split until the record to blame stands alone (trap F4). When a call fails as a whole the writing stops: what
 * was not sent is held, and what may have been received is unknown, never sent again blindly (trap F1).
 */
public final class Writeback {

    private final SalesforceOrg salesforce;
    private final Outbox outbox;
    private final Quarantine quarantine;
    private final SettlementListener listener;
    private final Pause pause;
    private final WritebackSettings settings;

    public Writeback(
            SalesforceOrg salesforce,
            Outbox outbox,
            Quarantine quarantine,
            SettlementListener listener,
            Pause pause,
            WritebackSettings settings) {
        this.salesforce = salesforce;
        this.outbox = outbox;
        this.quarantine = quarantine;
        this.listener = listener;
        this.pause = pause;
        this.settings = settings;
    }

    /**
     * Records a plan and carries it out. An empty one costs no call.
     *
     * @param lease the org, held for as long as this takes
     * @param plan a change set for every account judged, empty ones included
     * @throws io.plumbline.writeback.lease.LeaseLostException when another instance took the org meanwhile; nothing was
     *     sent since
     */
    public WritebackReport write(Lease lease, long run, Collection<ChangeSet> plan) {
        outbox.plan(
                lease, run, plan.stream().flatMap(set -> set.changes().stream()).toList());
        return send(lease, run, plan.stream().map(ChangeSet::account).collect(Collectors.toSet()));
    }

    /**
     * Carries out what the run has recorded in the outbox ({@link Outbox#plan}). Nothing costs no call.
     *
     * @param judged the accounts of the run, whether or not anything is recorded for them
     * @throws io.plumbline.writeback.lease.LeaseLostException as above
     */
    public WritebackReport send(Lease lease, long run, Set<RecordId> judged) {
        RecordWrites writes = new RecordWrites(settings);
        return new Sending(salesforce, outbox, quarantine, listener, pause, settings, writes, lease, run)
                .toTheEnd(judged);
    }
}
