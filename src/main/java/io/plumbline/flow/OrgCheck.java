package io.plumbline.flow;

import io.plumbline.config.connector.ConnectorConfig.ApiBudget;
import io.plumbline.extract.Extraction;
import io.plumbline.extract.Problem;
import io.plumbline.extract.Readiness;
import io.plumbline.journal.Runs;
import io.plumbline.salesforce.OrgIdentity;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceOrg;
import java.time.Duration;
import java.time.Instant;

/** First step: sign in, open a run, and find out whether the org gives what is asked for, before anything is read. */
final class OrgCheck {

    private static final Duration DAY = Duration.ofHours(24);

    private final OrgDoor door;
    private final Extraction extraction;
    private final Runs runs;
    private final ApiBudget api;

    OrgCheck(OrgDoor door, Extraction extraction, Runs runs, ApiBudget api) {
        this.door = door;
        this.extraction = extraction;
        this.runs = runs;
        this.api = api;
    }

    /**
     * @throws SyncRefusedException with everything that must be put right first
     * @throws SalesforceFailedException when the org cannot be asked, or its calls are to be left to others
     */
    CheckedOrg check(SyncRequest request) {
        SalesforceOrg salesforce = door.open();
        RunMeter meter = RunMeter.start(salesforce);
        OrgIdentity identity = salesforce.identity();
        Instant now = salesforce.serverTime();
        runs.closeAbandoned(identity.orgId());
        long usedBefore = runs.callsWithin(identity.orgId(), DAY);
        OpenRun run = new OpenRun(
                runs.begin(
                        identity.orgId(),
                        request.day()
                                .orElseGet(() -> now.atZone(identity.timeZone()).toLocalDate()),
                        request.dryRun()),
                runs,
                meter);
        SalesforceOrg budgeted = new BudgetedOrg(salesforce, new CallBudget(api, usedBefore, meter));
        Readiness readiness = run.during(() -> readiness(budgeted));
        return new CheckedOrg(request, budgeted, run, identity, readiness, now);
    }

    private Readiness readiness(SalesforceOrg salesforce) {
        Readiness readiness = extraction.preflight(salesforce);
        if (!readiness.isReady()) {
            throw new SyncRefusedException(
                    readiness.problems().stream().map(Problem::sentence).toList());
        }
        return readiness;
    }
}
