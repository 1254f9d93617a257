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
import java.util.OptionalLong;
import java.util.Set;

/** An org that passes everything on, so that a test changes one thing of it. */
abstract class DelegatingOrg implements SalesforceOrg {

    private final SalesforceOrg org;

    DelegatingOrg(SalesforceOrg org) {
        this.org = org;
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
    public boolean describeAhead(Collection<ObjectName> objects) {
        return org.describeAhead(objects);
    }

    @Override
    public RecordPage query(SoqlQuery query) {
        return org.query(query);
    }

    @Override
    public RecordPage next(PageCursor cursor) {
        return org.next(cursor);
    }

    @Override
    public long count(SoqlQuery query) {
        return org.count(query);
    }

    @Override
    public List<OptionalLong> counts(List<SoqlQuery> queries) {
        return org.counts(queries);
    }

    @Override
    public StreamResult stream(StreamRequest request, PageTaker taker) {
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
