package io.plumbline.flow.checking;

import io.plumbline.crm.ObjectName;
import io.plumbline.flow.checking.CallBudget.Purpose;
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

/** An org that is asked nothing beyond the budget of the run, and whose answers leave room for its writes. */
record BudgetedOrg(SalesforceOrg org, CallBudget budget) implements SalesforceOrg {

    private SalesforceOrg withinBudget() {
        budget.check(org.usage(), Purpose.READING);
        return org;
    }

    @Override
    public OrgIdentity identity() {
        return org.identity();
    }

    @Override
    public Set<ObjectName> objects() {
        return withinBudget().objects();
    }

    @Override
    public ObjectDescription describe(ObjectName object) {
        return withinBudget().describe(object);
    }

    @Override
    public boolean describeAhead(Collection<ObjectName> objects) {
        return withinBudget().describeAhead(objects);
    }

    @Override
    public RecordPage query(SoqlQuery query) {
        return withinBudget().query(query);
    }

    @Override
    public RecordPage next(PageCursor cursor) {
        return withinBudget().next(cursor);
    }

    @Override
    public long count(SoqlQuery query) {
        return withinBudget().count(query);
    }

    @Override
    public List<OptionalLong> counts(List<SoqlQuery> queries) {
        return withinBudget().counts(queries);
    }

    @Override
    public StreamResult stream(StreamRequest request, PageTaker taker) {
        return withinBudget().stream(request, new PageTaker() {
            @Override
            public void take(StreamedPage page) {
                taker.take(page);
                if (!page.last()) {
                    budget.check(org.usage(), Purpose.READING);
                }
            }

            @Override
            public void begun(StreamPlace place) {
                taker.begun(place);
            }
        });
    }

    @Override
    public void abandon(StreamPlace place) {
        withinBudget().abandon(place);
    }

    @Override
    public List<WriteOutcome> write(List<RecordWrite> writes) {
        return write(writes, WriteGuard.NONE);
    }

    @Override
    public List<WriteOutcome> write(List<RecordWrite> writes, WriteGuard guard) {
        budget.check(org.usage(), Purpose.WRITING);
        return org.write(writes, guard);
    }

    @Override
    public Instant serverTime() {
        return withinBudget().serverTime();
    }

    @Override
    public ApiUsage usage() {
        return org.usage();
    }
}
