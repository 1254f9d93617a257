package io.plumbline.salesforce;

import io.plumbline.crm.ObjectName;
import io.plumbline.crm.StorableText;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One Salesforce org as the integration user sees it.
 *
 * <p>Safe for use by many threads. A call that fails as a whole throws {@link SalesforceFailedException} with a
 * {@link SalesforceFailure}; a record that fails inside a write is a {@link WriteOutcome}, never an exception.
 */
public interface SalesforceOrg {

    /** Who we are there and how the org counts time and money; read once per instance that a sign-in leads to. */
    OrgIdentity identity();

    /** The objects that the integration user can see. */
    Set<ObjectName> objects();

    /**
     * What the integration user can see of an object; fields hidden from them are absent (trap I1).
     *
     * @throws SalesforceFailedException with {@link SalesforceFailure.NotThere} when the object is unknown or hidden
     */
    ObjectDescription describe(ObjectName object);

    /**
     * Asks for the descriptions of several objects in as few calls as the org allows, so that {@link #describe} answers
     * without another one.
     *
     * @return whether all of them are known now; not when one cannot be seen, of which {@code describe} tells
     */
    boolean describeAhead(Collection<ObjectName> objects);

    /** The first page of an answer, values typed by the descriptions of the objects on the way (trap E11). */
    RecordPage query(SoqlQuery query);

    /**
     * The page after one that was not the last. A cursor is good for one use.
     *
     * @throws SalesforceFailedException with {@link SalesforceFailure.SessionLost} when the cursor died, with its
     *     session or by itself: the query has to start again (trap B1)
     */
    RecordPage next(PageCursor cursor);

    /** How many records a query has; one call, no rows. */
    default long count(SoqlQuery query) {
        return query(query).total();
    }

    /** So many queries may be counted together. */
    int COUNTED_TOGETHER = 5;

    /**
     * How many records each of several queries has, in one call, where this way to the org has such calls.
     *
     * @param queries at most {@link #COUNTED_TOGETHER}
     * @return a number for each query, in their order, or nothing where the org gave none; an empty list when one by one
     *     is the only way
     */
    default List<OptionalLong> counts(List<SoqlQuery> queries) {
        return List.of();
    }

    /**
     * Reads a large answer whole, without holding more than a few thousand rows at a time. Waits until all of it was
     * taken, which is minutes for a million rows.
     *
     * <p>Rows come in no order, whatever the query says, so a watermark can move at the end only. A row may be given
     * twice, when a page that broke off is fetched again: store by Id. To go on after a restart, store each page
     * together with its {@link StreamedPage#next()} and ask with {@link StreamRequest#from(StreamPlace)} and the very
     * same query, the end of its window included. A place that is gone or of another query begins anew; the rows given
     * before are given again.
     *
     * @param taker called by one thread, in turn
     * @return {@link StreamResult.Declined} when page by page is the better way, after no or one call
     * @throws SalesforceFailedException when it failed; the place stored last is still good
     */
    default StreamResult stream(StreamRequest request, PageTaker taker) {
        return new StreamResult.Declined("This way to the org gives answers page by page only.");
    }

    /** Gives up an answer that nobody will go on with: the org stops gathering it and forgets it (trap D7). */
    default void abandon(StreamPlace place) {}

    /**
     * Writes records in the order given, each record for itself: in calls of at most 200, or in bulk jobs where many
     * neighbours are of one object and written alike, which takes minutes. Give as many at once as there are; what is
     * to be written before something else stands before it in the list.
     *
     * <p>Nothing is ever sent twice on its own account, except after a dead session, which precedes execution. Texts
     * are written in the form of {@link StorableText}.
     *
     * @return one outcome per write, in the same order; once anything was sent, all that happens is told this way, so
     *     that no committed result is lost (traps F1, F5)
     * @throws SalesforceFailedException when certainly nothing of the list was written
     */
    List<WriteOutcome> write(List<RecordWrite> writes);

    /**
     * As {@link #write(List)}, as long as the guard lets it go on.
     *
     * @throws RuntimeException what the guard throws; of what was sent by then nothing is told
     */
    default List<WriteOutcome> write(List<RecordWrite> writes, WriteGuard guard) {
        guard.check();
        return write(writes);
    }

    /** The server's clock, the only one that watermarks may come from (trap C3). */
    Instant serverTime();

    /** Calls made by this program, and the org's meter as last told. */
    ApiUsage usage();
}
