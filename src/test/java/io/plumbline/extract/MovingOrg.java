package io.plumbline.extract;

import io.plumbline.crm.ObjectName;
import io.plumbline.salesforce.ApiUsage;
import io.plumbline.salesforce.ObjectDescription;
import io.plumbline.salesforce.OrgIdentity;
import io.plumbline.salesforce.PageCursor;
import io.plumbline.salesforce.PageTaker;
import io.plumbline.salesforce.RecordPage;
import io.plumbline.salesforce.RecordWrite;
import io.plumbline.salesforce.SalesforceOrg;
import io.plumbline.salesforce.SoqlQuery;
import io.plumbline.salesforce.StreamPlace;
import io.plumbline.salesforce.StreamRequest;
import io.plumbline.salesforce.StreamResult;
import io.plumbline.salesforce.WriteOutcome;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** An org in which people go on working while it is read: something happens before every page. */
final class MovingOrg implements SalesforceOrg {

    private final SalesforceOrg org;
    private final Runnable meanwhile;

    MovingOrg(SalesforceOrg org, Runnable meanwhile) {
        this.org = org;
        this.meanwhile = meanwhile;
    }

    @Override
    public OrgIdentity identity() {
        return org.identity();
    }

    @Override
    public Set<ObjectName> objects() {
        return org.objects();
    }

    @Override
    public ObjectDescription describe(ObjectName object) {
        return org.describe(object);
    }

    @Override
    public void describeAhead(Collection<ObjectName> objects) {
        org.describeAhead(objects);
    }

    @Override
    public RecordPage query(SoqlQuery query) {
        meanwhile.run();
        return org.query(query);
    }

    @Override
    public RecordPage next(PageCursor cursor) {
        meanwhile.run();
        return org.next(cursor);
    }

    @Override
    public long count(SoqlQuery query) {
        meanwhile.run();
        return org.count(query);
    }

    @Override
    public StreamResult stream(StreamRequest request, PageTaker taker) {
        meanwhile.run();
        return org.stream(request, taker);
    }

    @Override
    public void abandon(StreamPlace place) {
        org.abandon(place);
    }

    @Override
    public List<WriteOutcome> write(List<RecordWrite> writes) {
        return org.write(writes);
    }

    @Override
    public Instant serverTime() {
        return org.serverTime();
    }

    @Override
    public ApiUsage usage() {
        return org.usage();
    }
}
