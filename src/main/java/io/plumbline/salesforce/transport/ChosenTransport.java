package io.plumbline.salesforce.transport;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.ObjectName;
import io.plumbline.salesforce.ApiUsage;
import io.plumbline.salesforce.FieldDescription;
import io.plumbline.salesforce.ObjectDescription;
import io.plumbline.salesforce.OrgIdentity;
import io.plumbline.salesforce.PageCursor;
import io.plumbline.salesforce.PageTaker;
import io.plumbline.salesforce.RecordPage;
import io.plumbline.salesforce.RecordWrite;
import io.plumbline.salesforce.SalesforceOrg;
import io.plumbline.salesforce.SignIn;
import io.plumbline.salesforce.SoqlQuery;
import io.plumbline.salesforce.StreamPlace;
import io.plumbline.salesforce.StreamRequest;
import io.plumbline.salesforce.StreamResult;
import io.plumbline.salesforce.WriteGuard;
import io.plumbline.salesforce.WriteOutcome;
import io.plumbline.salesforce.auth.AccessTokens;
import io.plumbline.salesforce.bulk.BulkSettings;
import io.plumbline.salesforce.bulk.BulkTransport;
import io.plumbline.salesforce.call.CallPolicy;
import io.plumbline.salesforce.call.OrgConnection;
import io.plumbline.salesforce.http.Deadlines;
import io.plumbline.salesforce.http.HttpProxy;
import io.plumbline.salesforce.http.SalesforceHttp;
import io.plumbline.salesforce.soap.CallSettings;
import io.plumbline.salesforce.soap.WscOrg;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** An org over two APIs in one session: each question goes the way that costs fewer calls. */
public final class ChosenTransport implements SalesforceOrg, MeterBinder {

    private static final int LONG_TEXTS_OF_HEAVY_ROWS = 2;

    private final WscOrg soap;
    private final BulkTransport bulk;
    private final BulkThresholds thresholds;

    public ChosenTransport(WscOrg soap, BulkTransport bulk, BulkThresholds thresholds) {
        this.soap = soap;
        this.bulk = bulk;
        this.thresholds = thresholds;
    }

    /** Both APIs with the standard deadlines and settings; nothing is sent yet. */
    public static ChosenTransport open(
            SignIn signIn, Optional<HttpProxy> proxy, BulkThresholds thresholds, Clock clock) {
        AccessTokens tokens =
                new AccessTokens(signIn, new SalesforceHttp(Deadlines.SIGN_IN, proxy.orElse(null)), clock);
        SalesforceHttp http = new SalesforceHttp(Deadlines.CALL, proxy.orElse(null));
        OrgConnection org = new OrgConnection(tokens, http, CallPolicy.standard());
        return new ChosenTransport(
                new WscOrg(tokens, org, CallSettings.standard().pageSize()),
                new BulkTransport(org, BulkSettings.standard(), clock),
                thresholds);
    }

    /** The same org in the same session with the same meters, which knows nothing of its objects yet. */
    public ChosenTransport forNewRun() {
        return new ChosenTransport(soap.forNewRun(), bulk.forNewRun(), thresholds);
    }

    @Override
    public OrgIdentity identity() {
        return soap.identity();
    }

    @Override
    public Set<ObjectName> objects() {
        return soap.objects();
    }

    @Override
    public ObjectDescription describe(ObjectName object) {
        return soap.describe(object);
    }

    @Override
    public boolean describeAhead(Collection<ObjectName> objects) {
        return soap.describeAhead(objects);
    }

    @Override
    public RecordPage query(SoqlQuery query) {
        return soap.query(query);
    }

    @Override
    public RecordPage next(PageCursor cursor) {
        return soap.next(cursor);
    }

    @Override
    public long count(SoqlQuery query) {
        return soap.count(query);
    }

    @Override
    public List<OptionalLong> counts(List<SoqlQuery> queries) {
        return bulk.counts(queries);
    }

    /** A job that was begun is worth going on with, however few rows are left of it. */
    @Override
    public StreamResult stream(StreamRequest request, PageTaker taker) {
        if (request.from().isEmpty()) {
            long rows = request.expectedRows().orElseGet(() -> soap.count(request.query()));
            if (isFew(rows, request.query())) {
                return new StreamResult.Declined(
                        rows + " rows of " + request.query().object() + " are too few for a bulk job.");
            }
        }
        return bulk.read(request, soap::describe, taker);
    }

    /** What the fields are is asked only where that decides. */
    private boolean isFew(long rows, SoqlQuery query) {
        return rows < thresholds.read(true) || rows < thresholds.read(false) && !isHeavy(query);
    }

    private boolean isHeavy(SoqlQuery query) {
        List<FieldName> custom =
                query.fields().stream().filter(FieldName::isCustom).toList();
        if (custom.size() < LONG_TEXTS_OF_HEAVY_ROWS) {
            return false;
        }
        ObjectDescription object = soap.describe(query.object());
        return custom.stream()
                        .flatMap(field -> object.field(field.value()).stream())
                        .filter(FieldDescription::isLongText)
                        .count()
                >= LONG_TEXTS_OF_HEAVY_ROWS;
    }

    @Override
    public void abandon(StreamPlace place) {
        bulk.abandon(place);
    }

    @Override
    public List<WriteOutcome> write(List<RecordWrite> writes) {
        return write(writes, WriteGuard.NONE);
    }

    @Override
    public List<WriteOutcome> write(List<RecordWrite> writes, WriteGuard guard) {
        return new ChosenWrites(soap, bulk, thresholds.write(), guard).send(writes);
    }

    @Override
    public Instant serverTime() {
        return soap.serverTime();
    }

    @Override
    public ApiUsage usage() {
        return soap.usage();
    }

    /** Calls of both APIs, sign-ins and what is kept of the org, by numbers alone. */
    @Override
    public void bindTo(MeterRegistry registry) {
        soap.bindTo(registry);
    }
}
