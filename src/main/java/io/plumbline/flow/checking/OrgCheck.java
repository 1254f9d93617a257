package io.plumbline.flow.checking;

import io.plumbline.config.connector.ConnectorConfig.ApiBudget;
import io.plumbline.crm.RecordId;
import io.plumbline.extract.Extraction;
import io.plumbline.extract.Problem;
import io.plumbline.extract.Readiness;
import io.plumbline.flow.ElsewhereException;
import io.plumbline.flow.OrgDoor;
import io.plumbline.flow.StopSwitch;
import io.plumbline.flow.SyncRefusedException;
import io.plumbline.flow.SyncRequest;
import io.plumbline.flow.progress.Progress;
import io.plumbline.flow.progress.RunProgress;
import io.plumbline.journal.Runs;
import io.plumbline.salesforce.OrgIdentity;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceOrg;
import io.plumbline.writeback.lease.Lease;
import io.plumbline.writeback.lease.Leases;
import io.plumbline.writeback.lease.Taking;
import java.time.Duration;
import java.time.Instant;

/** First step: sign in, open a run, and find out whether the org gives what is asked for, before anything is read. */
public final class OrgCheck {

    private static final Duration DAY = Duration.ofHours(24);

    private final OrgDoor door;
    private final Extraction extraction;
    private final Runs runs;
    private final ApiBudget api;
    private final Leases leases;
    private final String us;
    private final StopSwitch stop;
    private final Progress progress;

    /** @param us the name of this instance, as another one tells of it */
    public OrgCheck(
            OrgDoor door,
            Extraction extraction,
            Runs runs,
            ApiBudget api,
            Leases leases,
            String us,
            StopSwitch stop,
            Progress progress) {
        this.progress = progress;
        this.stop = stop;
        this.door = door;
        this.extraction = extraction;
        this.runs = runs;
        this.api = api;
        this.leases = leases;
        this.us = us;
    }

    /**
     * @throws ElsewhereException when another instance works on the org
     * @throws SyncRefusedException with everything that must be put right first
     * @throws SalesforceFailedException when the org cannot be asked, or its calls are to be left to others
     */
    public CheckedOrg check(SyncRequest request) {
        SalesforceOrg salesforce = new StoppableOrg(door.open(), stop);
        RunMeter meter = RunMeter.start(salesforce);
        OrgIdentity identity = salesforce.identity();
        HeldOrg held = HeldOrg.of(taken(identity.orgId()));
        LogContext.org(identity.orgId());
        RunProgress underway = progress.begin(identity.orgId());
        try {
            return check(request, salesforce, meter, identity, held, underway);
        } catch (RuntimeException failed) {
            underway.close();
            held.close();
            throw failed;
        }
    }

    private Lease taken(RecordId org) {
        return switch (leases.take(org, us)) {
            case Taking.Taken taken -> taken.lease();
            case Taking.Elsewhere elsewhere -> throw new ElsewhereException(elsewhere);
        };
    }

    private CheckedOrg check(
            SyncRequest request,
            SalesforceOrg salesforce,
            RunMeter meter,
            OrgIdentity identity,
            HeldOrg held,
            RunProgress underway) {
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
                meter,
                held,
                stop,
                underway);
        LogContext.run(run.id());
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
