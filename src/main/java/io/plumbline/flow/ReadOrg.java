package io.plumbline.flow;

import io.plumbline.crm.RecordId;
import io.plumbline.extract.ExtractReport;
import io.plumbline.journal.RunId;
import java.time.Instant;

/**
 * An org whose mirror is up to date, as far as the report says.
 *
 * @param tasksReadUpTo every task of ours whose stamp lies before this moment is in the mirror
 */
record ReadOrg(CheckedOrg org, ExtractReport report, Instant tasksReadUpTo) {

    RunId run() {
        return org.run().id();
    }

    RecordId orgId() {
        return org.identity().orgId();
    }
}
