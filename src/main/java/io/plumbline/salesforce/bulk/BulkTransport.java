package io.plumbline.salesforce.bulk;

import io.plumbline.crm.ObjectName;
import io.plumbline.salesforce.ApiUsage;
import io.plumbline.salesforce.ObjectDescription;
import io.plumbline.salesforce.PageTaker;
import io.plumbline.salesforce.RecordWrite;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SoqlQuery;
import io.plumbline.salesforce.StreamPlace;
import io.plumbline.salesforce.StreamRequest;
import io.plumbline.salesforce.StreamResult;
import io.plumbline.salesforce.WriteGuard;
import io.plumbline.salesforce.WriteOutcome;
import io.plumbline.salesforce.auth.AccessTokens;
import io.plumbline.salesforce.call.CallFailedException;
import io.plumbline.salesforce.call.CallPolicy;
import io.plumbline.salesforce.call.FieldTypes;
import io.plumbline.salesforce.call.OrgConnection;
import io.plumbline.salesforce.call.WriteBatch;
import io.plumbline.salesforce.http.SalesforceHttp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** An org over Bulk API 2.0. Safe for use by many threads; each call is one job from its beginning to its end. */
public final class BulkTransport {

    private final OrgConnection org;
    private final Clock clock;
    private final BulkCalls calls;
    private final Jobs jobs;
    private final QueryJobs queries;
    private final IngestJobs ingests;
    private final BulkSettings settings;

    public BulkTransport(AccessTokens tokens, SalesforceHttp http, BulkSettings settings, Clock clock) {
        this(
                new OrgConnection(
                        tokens,
                        http,
                        new CallPolicy(
                                settings.attempts(),
                                Integer.MAX_VALUE,
                                CallPolicy.standard().inFlight(),
                                settings.pause())),
                settings,
                clock);
    }

    /** @param org shared with the other ways to the same org */
    public BulkTransport(OrgConnection org, BulkSettings settings, Clock clock) {
        this.org = org;
        this.clock = clock;
        this.calls = new BulkCalls(org);
        this.jobs = new Jobs(calls, settings, clock);
        this.queries = new QueryJobs(calls, jobs, settings);
        this.ingests = new IngestJobs(calls, jobs, settings);
        this.settings = settings;
    }

    /** The same in the same session, with the retries of a new run. */
    public BulkTransport forNewRun() {
        return new BulkTransport(org.forNewRun(), settings, clock);
    }

    /**
     * Reads an answer whole, see {@link io.plumbline.salesforce.SalesforceOrg#stream}.
     *
     * @param descriptions what the integration user sees of each object, which alone decides the types (trap E11)
     * @throws SalesforceFailedException when it failed
     */
    public StreamResult read(
            StreamRequest request, Function<ObjectName, ObjectDescription> descriptions, PageTaker taker) {
        try {
            return new StreamResult.Whole(rows(request, descriptions, taker));
        } catch (CallFailedException e) {
            if (JobFailures.isNotForBulk(e)) {
                return new StreamResult.Declined("The org does not give "
                        + request.query().object() + " in bulk: " + e.failure().what());
            }
            throw e.translated();
        }
    }

    private long rows(StreamRequest request, Function<ObjectName, ObjectDescription> descriptions, PageTaker taker) {
        QueryJobs.Ready ready = queries.ready(request.query(), request.from(), taker::begun);
        FieldTypes types = new FieldTypes(descriptions);
        try {
            return new BulkReading(calls, settings, types, request, ready, taker).toTheEnd();
        } catch (CallFailedException e) {
            if (request.from().isEmpty() || !Jobs.isGone(e)) {
                throw e;
            }
            return rows(StreamRequest.of(request.query()), descriptions, taker);
        }
    }

    /**
     * How many records each of several queries has, in one call; nothing where the org gave no number.
     *
     * @param queries at most five, as many as such a call takes
     * @throws SalesforceFailedException when a call failed as a whole
     */
    public List<OptionalLong> counts(List<SoqlQuery> queries) {
        try {
            return new CompositeCounts(calls).of(queries);
        } catch (CallFailedException e) {
            throw e.translated();
        }
    }

    /** Stops and forgets a query job that nobody will go on with. */
    public void abandon(StreamPlace place) {
        jobs.giveUp(new Job(QueryJobs.KIND, place.job(), place.apiVersion()));
    }

    /** Whether Bulk can carry this write: not one that puts its word for nothing into a field, or mails (trap E6). */
    public static boolean canSay(RecordWrite write) {
        return UploadCsv.canSay(write);
    }

    /**
     * Writes records of one kind, in one job or a few. Nothing is ever sent twice after a job was closed.
     *
     * @return one outcome per write, in the same order; empty when the org does not take this object in bulk (trap B11),
     *     and nothing was written
     * @param guard asked right before a job is handed over, and whenever it is looked at
     * @throws SalesforceFailedException when certainly nothing of the batch was written
     */
    public Optional<List<WriteOutcome>> write(WriteBatch batch, WriteGuard guard) {
        try {
            return Optional.of(ingests.write(batch, guard));
        } catch (CallFailedException e) {
            if (JobFailures.isNotForBulk(e)) {
                return Optional.empty();
            }
            throw e.translated();
        }
    }

    /** Calls made, and the org's meter as last told. */
    public ApiUsage usage() {
        return calls.usage();
    }
}
