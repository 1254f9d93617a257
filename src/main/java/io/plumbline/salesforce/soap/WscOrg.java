package io.plumbline.salesforce.soap;

import com.github.benmanes.caffeine.cache.Ticker;
import com.sforce.soap.partner.DescribeGlobalSObjectResult;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.plumbline.crm.ObjectName;
import io.plumbline.salesforce.ApiUsage;
import io.plumbline.salesforce.ObjectDescription;
import io.plumbline.salesforce.OrgIdentity;
import io.plumbline.salesforce.PageCursor;
import io.plumbline.salesforce.RecordPage;
import io.plumbline.salesforce.RecordWrite;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.SalesforceOrg;
import io.plumbline.salesforce.SignIn;
import io.plumbline.salesforce.SoqlQuery;
import io.plumbline.salesforce.WriteGuard;
import io.plumbline.salesforce.WriteOutcome;
import io.plumbline.salesforce.auth.AccessTokens;
import io.plumbline.salesforce.call.CallFailedException;
import io.plumbline.salesforce.call.FieldTypes;
import io.plumbline.salesforce.call.OrgConnection;
import io.plumbline.salesforce.http.Deadlines;
import io.plumbline.salesforce.http.SalesforceHttp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * An org over the SOAP Partner API. Makes no call before it is asked something.
 *
 * <p>What it knows of the org's objects it keeps as long as it lives; {@link #forNewRun()} gives one that asks anew in
 * the same session, so that a field added between two runs is seen (traps C6, I3).
 */
public final class WscOrg implements SalesforceOrg, MeterBinder {

    private final AccessTokens tokens;
    private final PartnerCalls calls;
    private final DescriptionCache cache;
    private final Descriptions descriptions;
    private final QueryPages pages;
    private final RecordWrites writes;
    private final IdentityCache identities;

    /**
     * @param tokens the session, possibly shared with other ways to the same org
     * @param http another one than the tokens are asked for with, since Salesforce counts no sign-in as a call
     */
    public WscOrg(AccessTokens tokens, SalesforceHttp http, CallSettings settings) {
        this(tokens, new OrgConnection(tokens, http, settings.policy()), settings.pageSize());
    }

    /**
     * @param org shared with the other ways to the same org
     * @param pageSize rows asked for per page, 200 to 2,000
     */
    public WscOrg(AccessTokens tokens, OrgConnection org, int pageSize) {
        this(
                tokens,
                new PartnerCalls(org, pageSize),
                new DescriptionCache(Ticker.systemTicker()),
                new IdentityCache(Ticker.systemTicker()));
    }

    private WscOrg(AccessTokens tokens, PartnerCalls calls, DescriptionCache cache, IdentityCache identities) {
        this.tokens = tokens;
        this.calls = calls;
        this.cache = cache;
        this.identities = identities;
        this.descriptions = new Descriptions(calls, cache);
        this.pages = new QueryPages(calls, new FieldTypes(descriptions::of));
        this.writes = new RecordWrites(calls);
    }

    /** An org with the standard deadlines and settings; nothing is sent yet. */
    public static WscOrg open(SignIn signIn, Clock clock) {
        AccessTokens tokens = new AccessTokens(signIn, new SalesforceHttp(Deadlines.SIGN_IN), clock);
        return new WscOrg(tokens, new SalesforceHttp(Deadlines.CALL), CallSettings.standard());
    }

    /**
     * The same org in the same session with the same meters, with the retries of a new run, which knows nothing of its
     * objects yet.
     */
    public WscOrg forNewRun() {
        cache.forgetAll();
        return new WscOrg(tokens, calls.forNewRun(), cache, identities);
    }

    /** Calls, sign-ins and what is kept of the org, by numbers alone. */
    @Override
    public void bindTo(MeterRegistry registry) {
        calls.bindTo(registry);
        cache.bindTo(registry);
        identities.bindTo(registry);
        FunctionCounter.builder("plumbline.salesforce.signins", tokens, AccessTokens::attempts)
                .description("Sign-ins that were tried")
                .register(registry);
        FunctionCounter.builder("plumbline.salesforce.signins.refused", tokens, AccessTokens::refusals)
                .description("Sign-ins that were refused")
                .register(registry);
    }

    @Override
    public OrgIdentity identity() {
        return translated(() -> identities.of(calls.token(), new IdentityReader(calls)::read));
    }

    @Override
    public Set<ObjectName> objects() {
        return translated(() -> Arrays.stream(
                        calls.read(connection -> connection.describeGlobal()).getSobjects())
                .filter(DescribeGlobalSObjectResult::isQueryable)
                .map(object -> ObjectName.of(object.getName()))
                .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public ObjectDescription describe(ObjectName object) {
        return translated(() -> descriptions.of(object));
    }

    @Override
    public boolean describeAhead(Collection<ObjectName> objects) {
        return translated(() -> descriptions.ahead(objects));
    }

    @Override
    public RecordPage query(SoqlQuery query) {
        return translated(() -> {
            try {
                return pages.first(query);
            } catch (CallFailedException e) {
                if (e.failure() instanceof SalesforceFailure.NotThere) {
                    cache.forgetAll();
                }
                throw e;
            }
        });
    }

    @Override
    public RecordPage next(PageCursor cursor) {
        return translated(() -> pages.next(cursor));
    }

    @Override
    public long count(SoqlQuery query) {
        return translated(() -> calls.read(connection -> query.includeDeleted()
                        ? connection.queryAll(query.countText())
                        : connection.query(query.countText()))
                .getSize());
    }

    @Override
    public List<WriteOutcome> write(List<RecordWrite> records) {
        return write(records, WriteGuard.NONE);
    }

    @Override
    public List<WriteOutcome> write(List<RecordWrite> records, WriteGuard guard) {
        return translated(() -> writes.send(records, guard));
    }

    @Override
    public Instant serverTime() {
        return translated(() -> calls.read(connection -> connection.getServerTimestamp())
                .getTimestamp()
                .toInstant());
    }

    @Override
    public ApiUsage usage() {
        return calls.usage();
    }

    private static <T> T translated(Supplier<T> work) {
        try {
            return work.get();
        } catch (CallFailedException e) {
            throw e.translated();
        }
    }
}
