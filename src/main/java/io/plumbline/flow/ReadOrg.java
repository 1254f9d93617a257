package io.plumbline.flow;

import io.plumbline.crm.RecordId;
import io.plumbline.extract.ExtractReport;
import io.plumbline.journal.RunId;

/** An org whose mirror is up to date, as far as the report says. */
record ReadOrg(CheckedOrg org, RunId run, ExtractReport report) {

    RecordId orgId() {
        return org.identity().orgId();
    }
}
