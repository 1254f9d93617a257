package io.plumbline.flow.reading;

import io.plumbline.dossier.building.Dossiers;
import io.plumbline.extract.ExtractReport;
import io.plumbline.extract.Extraction;
import io.plumbline.flow.checking.CheckedOrg;
import io.plumbline.flow.progress.Phase;
import io.plumbline.salesforce.SalesforceFailedException;

/** Second step: bring the mirror up to date. */
public final class OrgReading {

    private final Extraction extraction;
    private final Dossiers dossiers;

    public OrgReading(Extraction extraction, Dossiers dossiers) {
        this.extraction = extraction;
        this.dossiers = dossiers;
    }

    /**
     * @throws SalesforceFailedException when a source was never read to its end, since what the mirror lacks may well be
     *     there: nothing can be judged yet, and what was read is kept
     */
    public ReadOrg read(CheckedOrg org) {
        return org.run().during(() -> upToDate(org));
    }

    private ReadOrg upToDate(CheckedOrg org) {
        org.run().progress().enter(Phase.READING);
        ExtractReport report = extraction.run(
                org.salesforce(),
                org.readiness(),
                org.now(),
                new WatchedReading(org.run().progress()));
        if (!extraction.unfinished(org.identity().orgId(), org.readiness()).isEmpty()) {
            report.failure().ifPresent(failure -> {
                throw new SalesforceFailedException(failure);
            });
        }
        dossiers.observe(org.identity().orgId(), org.today());
        return new ReadOrg(
                org,
                report,
                extraction.readUpTo(org.identity().orgId(), org.readiness()),
                extraction.ownTasksReadUpTo(org.identity().orgId()));
    }
}
