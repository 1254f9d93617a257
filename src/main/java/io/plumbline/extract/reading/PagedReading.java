package io.plumbline.extract.reading;

import io.plumbline.crm.CrmRecord;
import io.plumbline.salesforce.PageCursor;
import io.plumbline.salesforce.RecordPage;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.SalesforceOrg;
import io.plumbline.salesforce.SoqlQuery;
import io.plumbline.salesforce.StreamRequest;
import io.plumbline.salesforce.StreamResult;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads an answer page by page to its end. When a cursor dies it asks anew for what comes after the last record it got
 * (traps B1, B2), and at the end it compares what arrived with what the server promised (trap B7).
 */
final class PagedReading {

    /** So often in a row it asks anew without getting a record in between. */
    private static final int PATIENCE = 2;

    /** Held in place of a page that was taken, so that this one does not grow old while the next one comes. */
    private static final RecordPage TAKEN = new RecordPage(List.of(), 0, Optional.empty());

    private final SalesforceOrg org;

    PagedReading(SalesforceOrg org) {
        this.org = org;
    }

    /** Takes a page. */
    interface PageTaker {
        void take(List<CrmRecord> records, boolean last);
    }

    /**
     * Reads a whole, cut in parts where the server gives up on more (trap B5): whatever is cut off is read after it.
     *
     * @param query the query for what of a part comes after a record; empty for its beginning
     * @param taker is told of the last page of the last part only that it is the last
     */
    <P extends Part<P>> void read(P whole, BiFunction<P, Optional<CrmRecord>, SoqlQuery> query, PageTaker taker) {
        Deque<P> open = new ArrayDeque<>(List.of(whole));
        while (!open.isEmpty()) {
            P part = open.pop();
            try {
                read(last -> query.apply(part, last), (page, isLast) -> taker.take(page, isLast && open.isEmpty()));
            } catch (SalesforceFailedException failed) {
                List<P> halves =
                        part.halves().filter(cut -> isTooMuch(failed.failure())).orElseThrow(() -> failed);
                open.push(halves.getLast());
                open.push(halves.getFirst());
            }
        }
    }

    /**
     * Reads a whole in any order: as one large answer where the org gives it so, else page by page.
     *
     * @param expected about how many records that is
     * @param query as for {@link #read(Part, BiFunction, PageTaker)}
     */
    <P extends Part<P>> void readInAnyOrder(
            P whole,
            long expected,
            BiFunction<P, Optional<CrmRecord>, SoqlQuery> query,
            Consumer<List<CrmRecord>> taker) {
        StreamRequest request =
                StreamRequest.of(query.apply(whole, Optional.empty())).expecting(expected);
        switch (org.stream(request, page -> taker.accept(page.records()))) {
            case StreamResult.Whole all -> {}
            case StreamResult.Declined declined -> read(whole, query, (page, isLast) -> taker.accept(page));
        }
    }

    /**
     * @param query the query for what comes after a record; empty for the beginning
     * @throws RowsMissingException when fewer or more rows arrived than the server had counted
     * @throws SalesforceFailedException when a call fails and asking anew does not help
     */
    void read(Function<Optional<CrmRecord>, SoqlQuery> query, PageTaker taker) {
        Optional<CrmRecord> last = Optional.empty();
        int failures = 0;
        while (true) {
            RecordPage page;
            long arrived = 0;
            try {
                page = org.query(query.apply(last));
            } catch (SalesforceFailedException failed) {
                if (last.isEmpty() || ++failures > PATIENCE || !mayResume(failed.failure())) {
                    throw failed;
                }
                continue;
            }
            long promised = page.total();
            boolean died = false;
            while (!died) {
                arrived += page.records().size();
                boolean end = page.next().isEmpty();
                if (end && arrived != promised) {
                    throw new RowsMissingException(query.apply(last).object(), promised, arrived);
                }
                taker.take(page.records(), end);
                if (!page.records().isEmpty()) {
                    last = Optional.of(page.records().getLast());
                    failures = 0;
                }
                if (end) {
                    return;
                }
                PageCursor next = page.next().orElseThrow();
                page = TAKEN;
                try {
                    page = org.next(next);
                } catch (SalesforceFailedException failed) {
                    if (++failures > PATIENCE || !mayResume(failed.failure())) {
                        throw failed;
                    }
                    died = true;
                }
            }
        }
    }

    private static boolean isTooMuch(SalesforceFailure failure) {
        return failure instanceof SalesforceFailure.TookTooLong;
    }

    /** A cursor that died looks different from transport to transport; only these say that asking again is useless. */
    private static boolean mayResume(SalesforceFailure failure) {
        return switch (failure) {
            case SalesforceFailure.SignInRefused refused -> false;
            case SalesforceFailure.LimitReached limit -> false;
            case SalesforceFailure.Maintenance maintenance -> false;
            case SalesforceFailure.Stopped stopped -> false;
            case SalesforceFailure.NotThere missing -> false;
            case SalesforceFailure.QueryRefused refused -> false;
            case SalesforceFailure.TookTooLong slow -> false;
            case SalesforceFailure.Unreachable unreachable -> true;
            case SalesforceFailure.SessionLost lost -> true;
            case SalesforceFailure.UnexpectedAnswer unexpected -> true;
        };
    }
}
