package io.plumbline.flow;

import io.plumbline.extract.Readiness;
import io.plumbline.salesforce.OrgIdentity;
import io.plumbline.salesforce.SalesforceOrg;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An org that gives what is asked of it.
 *
 * @param salesforce the org, for this run and within its budget of calls
 * @param now the server's time at the start of the run
 */
record CheckedOrg(
        SyncRequest request,
        SalesforceOrg salesforce,
        OpenRun run,
        OrgIdentity identity,
        Readiness readiness,
        Instant now) {

    /** Today in the org's zone. */
    LocalDate today() {
        return now.atZone(identity.timeZone()).toLocalDate();
    }

    /** The day to judge by. */
    LocalDate asOf() {
        return request.day().orElseGet(this::today);
    }
}
