package io.plumbline.flow.checking;

import io.plumbline.extract.Readiness;
import io.plumbline.flow.SyncRequest;
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
public record CheckedOrg(
        SyncRequest request,
        SalesforceOrg salesforce,
        OpenRun run,
        OrgIdentity identity,
        Readiness readiness,
        Instant now) {

    /** Today in the org's zone. */
    public LocalDate today() {
        return now.atZone(identity.timeZone()).toLocalDate();
    }

    /** The day to judge by. */
    public LocalDate asOf() {
        return request.day().orElseGet(this::today);
    }
}
