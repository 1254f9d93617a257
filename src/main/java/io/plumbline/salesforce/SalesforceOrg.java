package io.plumbline.salesforce;

import io.plumbline.crm.ObjectName;
import io.plumbline.crm.StorableText;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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
     * without another one. Objects that cannot be seen are passed over; {@code describe} tells of them.
     */
    void describeAhead(Collection<ObjectName> objects);

    /** The first page of an answer, values typed by the descriptions of the objects on the way (trap E11). */
    RecordPage query(SoqlQuery query);

    /**
     * The page after one that was not the last. A cursor is good for one use.
     *
     * @throws SalesforceFailedException with {@link SalesforceFailure.SessionLost} when the cursor died, with its
     *     session or by itself: the query has to start again (trap B1)
     */
    RecordPage next(PageCursor cursor);

    /**
     * Writes records in batches of at most 200, in the order given, each record for itself.
     *
     * <p>Nothing is ever sent twice on its own account, except after a dead session, which precedes execution. Texts
     * are written in the form of {@link StorableText}.
     *
     * @return one outcome per write, in the same order; once anything was sent, all that happens is told this way, so
     *     that no committed result is lost (traps F1, F5)
     * @throws SalesforceFailedException when certainly nothing of the list was written
     */
    List<WriteOutcome> write(List<RecordWrite> writes);

    /** The server's clock, the only one that watermarks may come from (trap C3). */
    Instant serverTime();

    /** Calls made by this program, and the org's meter as last told. */
    ApiUsage usage();
}
