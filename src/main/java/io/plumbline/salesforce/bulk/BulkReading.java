package io.plumbline.salesforce.bulk;

import io.plumbline.crm.CrmRecord;
import io.plumbline.salesforce.PageTaker;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.SoqlQuery;
import io.plumbline.salesforce.StreamPlace;
import io.plumbline.salesforce.StreamRequest;
import io.plumbline.salesforce.StreamedPage;
import io.plumbline.salesforce.bulk.ResultColumns.Column;
import io.plumbline.salesforce.call.FieldTypes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One large answer being read. Its records are handed on while they arrive, but the last ones of each page only when
 * all of that page was counted, and the last ones of all only when the whole was: a cut answer never looks whole (traps
 * B7, D2, D9).
 */
final class BulkReading {

    /** Salesforce gives up a download after 20 minutes. */
    private static final Duration DOWNLOAD = Duration.ofMinutes(25);

    private final BulkCalls calls;
    private final BulkSettings settings;
    private final PageTaker taker;
    private final Job job;
    private final OptionalLong promised;
    private final RowReader reader;
    private final Set<String> visited = new HashSet<>();
    private List<CrmRecord> waiting = List.of();
    private StreamPlace place;

    BulkReading(
            BulkCalls calls,
            BulkSettings settings,
            FieldTypes types,
            StreamRequest request,
            QueryJobs.Ready ready,
            PageTaker taker) {
        this.calls = calls;
        this.settings = settings;
        SoqlQuery query = request.query();
        this.taker = taker;
        this.job = ready.job();
        this.promised = ready.info().processed();
        this.reader = new RowReader(
                query.object(),
                query.fields().stream()
                        .map(field -> new Column(field, types.of(query.object(), field)))
                        .toList());
        StreamPlace start = QueryJobs.start(job, query);
        this.place =
                new StreamPlace(start.job(), start.apiVersion(), start.query(), ready.locator(), ready.rowsBefore());
    }

    /** @return how many rows the whole answer has */
    long toTheEnd() {
        if (place.rows() > 0 && place.locator().isEmpty()) {
            // An earlier run stopped after the last page and did not know that it was.
            give(List.of(), true);
            return place.rows();
        }
        boolean last = false;
        while (!last) {
            visited.add(place.locator());
            last = calls.repeating(this::page);
        }
        return place.rows();
    }

    /** @return whether it was the last one */
    private boolean page() {
        waiting = List.of();
        long rows;
        Optional<String> next;
        OptionalLong onPage;
        reader.beginPage();
        try (ResultPage page = new ResultPage(calls.open(call(), settings.longestPage(), DOWNLOAD), reader)) {
            next = page.next();
            onPage = page.promised();
            rows = handOn(page);
        }
        if (onPage.isPresent() && onPage.getAsLong() != rows) {
            throw JobFailures.notWhole(
                    "A page of " + job + " should have " + onPage.getAsLong() + " rows, but " + rows + " arrived.");
        }
        long soFar = place.rows() + rows;
        if (next.isEmpty() && promised.isPresent() && promised.getAsLong() != soFar) {
            throw JobFailures.notWhole(
                    "Salesforce counted " + promised.getAsLong() + " rows for " + job + ", but " + soFar + " arrived.");
        }
        if (next.filter(visited::contains).isPresent()) {
            throw JobFailures.failure(new SalesforceFailure.UnexpectedAnswer(
                    "The pages of " + job + " lead back to one that was read already.",
                    "Tell Salesforce Support; Plumbline makes a new job with the next run."));
        }
        place = new StreamPlace(place.job(), place.apiVersion(), place.query(), next.orElse(""), soFar);
        boolean last = next.isEmpty();
        if (!waiting.isEmpty() || last) {
            give(waiting, last);
        }
        return last;
    }

    private BulkCall call() {
        String locator = place.locator().isEmpty()
                ? ""
                : "locator=" + URLEncoder.encode(place.locator(), StandardCharsets.UTF_8);
        String size = settings.rowsAPage() == 0 ? "" : "maxRecords=" + settings.rowsAPage();
        String joined = locator.isEmpty() || size.isEmpty() ? locator + size : locator + "&" + size;
        return BulkCall.rows(job.path("results") + (joined.isEmpty() ? "" : "?" + joined));
    }

    /** What is full is handed on as soon as another record shows that it is not the last of its page. */
    private long handOn(ResultPage page) {
        List<CrmRecord> gathered = new ArrayList<>(settings.rowsAtOnce());
        long rows = page.read(record -> {
            if (gathered.size() == settings.rowsAtOnce()) {
                give(List.copyOf(gathered), false);
                gathered.clear();
            }
            gathered.add(record);
        });
        waiting = List.copyOf(gathered);
        return rows;
    }

    private void give(List<CrmRecord> records, boolean last) {
        waiting = List.of();
        taker.take(new StreamedPage(records, promised.orElse(place.rows()), last, place));
    }
}
