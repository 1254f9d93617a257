package io.plumbline.extract;

import io.plumbline.crm.CrmRecord;
import io.plumbline.salesforce.PageTaker;
import io.plumbline.salesforce.RecordPage;
import io.plumbline.salesforce.SalesforceOrg;
import io.plumbline.salesforce.StreamPlace;
import io.plumbline.salesforce.StreamRequest;
import io.plumbline.salesforce.StreamResult;
import io.plumbline.salesforce.StreamedPage;
import java.util.ArrayList;
import java.util.List;

/** An org that gives every answer as a large one, the last records first. */
final class GatheringOrg extends DelegatingOrg {

    private static final StreamPlace PLACE = new StreamPlace("750000000000001AAA", "65.0", "0123456789abcdef", "", 0);

    GatheringOrg(SalesforceOrg org) {
        super(org);
    }

    @Override
    public StreamResult stream(StreamRequest request, PageTaker taker) {
        List<CrmRecord> records = new ArrayList<>();
        RecordPage page = query(request.query());
        records.addAll(page.records());
        while (page.next().isPresent()) {
            page = next(page.next().get());
            records.addAll(page.records());
        }
        taker.take(new StreamedPage(records.reversed(), records.size(), true, PLACE));
        return new StreamResult.Whole(records.size());
    }
}
