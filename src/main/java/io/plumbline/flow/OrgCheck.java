package io.plumbline.flow;

import io.plumbline.extract.Extraction;
import io.plumbline.extract.Problem;
import io.plumbline.extract.Readiness;
import io.plumbline.salesforce.OrgIdentity;
import io.plumbline.salesforce.SalesforceOrg;

/** First step: sign in, and find out whether the org gives what the mapping asks for, before anything is read. */
final class OrgCheck {

    private final OrgDoor door;
    private final Extraction extraction;

    OrgCheck(OrgDoor door, Extraction extraction) {
        this.door = door;
        this.extraction = extraction;
    }

    /** @throws SyncRefusedException with everything that must be put right first */
    CheckedOrg check(SyncRequest request) {
        SalesforceOrg salesforce = door.open();
        RunMeter meter = RunMeter.start(salesforce);
        OrgIdentity identity = salesforce.identity();
        Readiness readiness = extraction.preflight(salesforce);
        if (!readiness.isReady()) {
            throw new SyncRefusedException(
                    readiness.problems().stream().map(Problem::sentence).toList());
        }
        return new CheckedOrg(request, salesforce, meter, identity, readiness, salesforce.serverTime());
    }
}
