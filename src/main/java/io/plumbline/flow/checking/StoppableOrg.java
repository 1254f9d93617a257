package io.plumbline.flow.checking;

import io.plumbline.crm.ObjectName;
import io.plumbline.flow.StopSwitch;
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
import io.plumbline.salesforce.StreamedPage;
import io.plumbline.salesforce.WriteGuard;
import io.plumbline.salesforce.WriteOutcome;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** An org that nobody waits for once Plumbline is being stopped. */
record StoppableOrg(SalesforceOrg org, StopSwitch stop) implements SalesforceOrg {

    @Override
    public OrgIdentity identity() {
        return stop.waitingFor(org::identity);
    }

    @Override
    public Set<ObjectName> objects() {
        return stop.waitingFor(org::objects);
    }

    @Override
    public ObjectDescription describe(ObjectName object) {
        return stop.waitingFor(() -> org.describe(object));
    }

    @Override
    public boolean describeAhead(Collection<ObjectName> objects) {
        return stop.waitingFor(() -> org.describeAhead(objects));
    }

    @Override
    public RecordPage query(SoqlQuery query) {
        return stop.waitingFor(() -> org.query(query));
    }

    @Override
    public RecordPage next(PageCursor cursor) {
        return stop.waitingFor(() -> org.next(cursor));
    }

    @Override
    public long count(SoqlQuery query) {
        return stop.waitingFor(() -> org.count(query));
    }

    @Override
    public List<OptionalLong> counts(List<SoqlQuery> queries) {
        return stop.waitingFor(() -> org.counts(queries));
    }

    @Override
    public StreamResult stream(StreamRequest request, PageTaker taker) {
        return stop.waitingFor(() -> org.stream(request, new PageTaker() {
            @Override
            public void take(StreamedPage page) {
                stop.working(() -> taker.take(page));
            }

            @Override
            public void begun(StreamPlace place) {
                stop.working(() -> taker.begun(place));
            }
        }));
    }

    @Override
    public void abandon(StreamPlace place) {
        stop.waitingFor(() -> {
            org.abandon(place);
            return place;
        });
    }

    @Override
    public List<WriteOutcome> write(List<RecordWrite> writes) {
        return write(writes, WriteGuard.NONE);
    }

    @Override
    public List<WriteOutcome> write(List<RecordWrite> writes, WriteGuard guard) {
        return stop.waitingFor(() -> org.write(writes, () -> stop.working(guard::check)));
    }

    @Override
    public Instant serverTime() {
        return stop.waitingFor(org::serverTime);
    }

    @Override
    public ApiUsage usage() {
        return org.usage();
    }
}
