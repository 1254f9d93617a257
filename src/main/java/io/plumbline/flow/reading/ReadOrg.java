package io.plumbline.flow.reading;

import io.plumbline.crm.RecordId;
import io.plumbline.extract.ExtractReport;
import io.plumbline.flow.checking.CheckedOrg;
import io.plumbline.journal.RunId;
import java.time.Instant;

/**
 * An org whose mirror is up to date, as far as the report says.
 *
 * @param allReadUpTo everything that carries an earlier stamp is in the mirror
 * @param tasksReadUpTo every task of ours whose stamp lies before this moment is in the mirror
 */
public record ReadOrg(CheckedOrg org, ExtractReport report, Instant allReadUpTo, Instant tasksReadUpTo) {

    /** Whether this run saw what became of our tasks; moves planned without that would go over people's heads. */
    public boolean sawOurTasks() {
        return !tasksReadUpTo.isBefore(report.until());
    }

    /** Whether something made at this moment can be there without what belongs to it, so that silence says nothing. */
    public boolean mayBeHalfRead(Instant madeAt) {
        return report.isPartial() && !madeAt.isBefore(allReadUpTo);
    }

    public RunId run() {
        return org.run().id();
    }

    public RecordId orgId() {
        return org.identity().orgId();
    }
}
