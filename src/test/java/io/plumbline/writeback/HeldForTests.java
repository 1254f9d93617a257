package io.plumbline.writeback;

import io.plumbline.crm.RecordId;
import io.plumbline.journal.JournalDatabase;
import io.plumbline.writeback.lease.Lease;
import io.plumbline.writeback.lease.LeaseTerms;
import io.plumbline.writeback.lease.Leases;
import io.plumbline.writeback.lease.Taking;

/** An org held without rivals. */
final class HeldForTests {

    private HeldForTests() {}

    static Lease lease(JournalDatabase database, RecordId org) {
        Leases leases = new Leases(database.client(), database.transaction(), LeaseTerms.SHIPPED, Leases.Sharing.ALONE);
        return ((Taking.Taken) leases.take(org, "test")).lease();
    }
}
