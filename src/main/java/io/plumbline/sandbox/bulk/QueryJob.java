package io.plumbline.sandbox.bulk;

import io.plumbline.sandbox.control.BulkFaults;
import io.plumbline.sandbox.control.BulkPace;
import io.plumbline.sandbox.gate.RefusedException;
import io.plumbline.sandbox.gate.ValueText;
import io.plumbline.sandbox.soql.QueryResult;
import io.plumbline.sandbox.soql.ResultColumn;
import io.plumbline.sandbox.soql.ResultRow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One query job: its result is complete from the start, and shown when the job has run its course. */
final class QueryJob {

    private final JobHead head;
    private final QueryResult result;
    private final BulkFaults faults;
    private final Optional<String> failure;
    private final Progress progress;
    private final Set<Integer> handedOut = new HashSet<>();

    QueryJob(JobHead head, QueryResult result, BulkFaults faults) {
        this.head = head;
        this.result = result;
        this.faults = faults;
        this.failure = faults.failure();
        this.progress = new Progress(failure.isPresent() ? JobState.FAILED : JobState.JOB_COMPLETE);
    }

    /**
     * One piece of the result.
     *
     * @param rows how many rows it has
     * @param next where the next piece is found, or the word {@code null} (D1)
     */
    record Page(String csv, int rows, String next) {}

    JobHead head() {
        return head;
    }

    synchronized Map<String, Object> describe() {
        Map<String, Object> json = head.describe(progress.seen());
        json.put("jobType", "V2Query");
        if (progress.seen() == JobState.JOB_COMPLETE || progress.seen() == JobState.IN_PROGRESS) {
            boolean done = progress.seen() == JobState.JOB_COMPLETE;
            json.put("numberRecordsProcessed", done ? result.rows().size() : 0);
            json.put("retries", 0);
            json.put("totalProcessingTime", 0);
        }
        if (progress.seen() == JobState.FAILED) {
            failure.ifPresent(message -> json.put("errorMessage", message));
        }
        return json;
    }

    synchronized Map<String, Object> poll(BulkPace pace) {
        progress.poll(pace);
        return describe();
    }

    synchronized Map<String, Object> abort() {
        if (progress.seen().ended()) {
            throw wrongState();
        }
        progress.abort();
        return describe();
    }

    synchronized void requireEnded() {
        if (!progress.seen().ended()) {
            throw wrongState();
        }
    }

    /** The rows from a locator on; every piece repeats the header. */
    synchronized Page page(Optional<String> locator, int most) {
        requireComplete();
        int from = locator.map(this::position).orElse(0);
        int to = Math.min(result.rows().size(), from + most);
        List<ResultColumn> columns = faults.shuffledColumns() ? result.columns().reversed() : result.columns();
        int last = Math.max(from, to - faults.rowsLost());
        Stream<List<String>> lines = Stream.concat(
                Stream.of(columns.stream().map(ResultColumn::path).toList()),
                result.rows().subList(from, last).stream().map(row -> cells(columns, row)));
        String next = to == result.rows().size() ? "null" : locatorOf(to);
        return new Page(head.csv().write(lines), to - from, next);
    }

    /** The locators of up to five pieces from a locator on, and where the list goes on, or the word {@code null}. */
    synchronized List<String> pieces(Optional<String> locator, int most) {
        requireComplete();
        List<String> pieces = new ArrayList<>();
        int at = locator.map(this::position).orElse(0);
        while (pieces.size() < 5 && (at < result.rows().size() || pieces.isEmpty())) {
            pieces.add(locatorOf(at));
            at += most;
        }
        pieces.add(at < result.rows().size() ? locatorOf(at) : "null");
        return pieces;
    }

    private void requireComplete() {
        if (progress.seen() != JobState.JOB_COMPLETE) {
            throw wrongState();
        }
    }

    private RefusedException wrongState() {
        return new RefusedException(
                "INVALIDJOBSTATE",
                "The job " + head.id() + " is " + progress.seen().label());
    }

    private static List<String> cells(List<ResultColumn> columns, ResultRow row) {
        return columns.stream()
                .map(column -> Optional.ofNullable(row.get(column.path()))
                        .map(ValueText::soap)
                        .orElse(""))
                .collect(Collectors.toList());
    }

    private String locatorOf(int position) {
        handedOut.add(position);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Integer.toString(position).getBytes(StandardCharsets.US_ASCII));
    }

    // Only what was handed out is taken back: the meaning of a locator is the server's own.
    private int position(String locator) {
        return List.copyOf(handedOut).stream()
                .filter(position -> locatorOf(position).equals(locator))
                .findFirst()
                .orElseThrow(() -> new RefusedException("INVALID_LOCATOR", "Invalid locator: " + locator));
    }
}
