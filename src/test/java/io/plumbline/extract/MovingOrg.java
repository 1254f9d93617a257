package io.plumbline.extract;

import io.plumbline.salesforce.PageCursor;
import io.plumbline.salesforce.PageTaker;
import io.plumbline.salesforce.RecordPage;
import io.plumbline.salesforce.SalesforceOrg;
import io.plumbline.salesforce.SoqlQuery;
import io.plumbline.salesforce.StreamRequest;
import io.plumbline.salesforce.StreamResult;
import java.util.List;
import java.util.OptionalLong;

/** An org in which people go on working while it is read: something happens before every page. */
final class MovingOrg extends DelegatingOrg {

    private final Runnable meanwhile;

    MovingOrg(SalesforceOrg org, Runnable meanwhile) {
        super(org);
        this.meanwhile = meanwhile;
    }

    @Override
    public RecordPage query(SoqlQuery query) {
        meanwhile.run();
        return super.query(query);
    }

    @Override
    public RecordPage next(PageCursor cursor) {
        meanwhile.run();
        return super.next(cursor);
    }

    @Override
    public long count(SoqlQuery query) {
        meanwhile.run();
        return super.count(query);
    }

    @Override
    public List<OptionalLong> counts(List<SoqlQuery> queries) {
        meanwhile.run();
        return super.counts(queries);
    }

    @Override
    public StreamResult stream(StreamRequest request, PageTaker taker) {
        meanwhile.run();
        return super.stream(request, taker);
    }
}
