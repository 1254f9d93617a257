package io.plumbline.sandbox.bulk;

import io.plumbline.sandbox.control.BulkFaults;
import io.plumbline.sandbox.control.BulkPace;
import io.plumbline.sandbox.gate.Call;
import io.plumbline.sandbox.gate.RefusedException;
import io.plumbline.sandbox.http.Response;
import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.soql.QueryResult;
import io.plumbline.sandbox.soql.Soql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The resources of query jobs. */
final class QueryJobs {

    private final Org org;
    private final Soql soql;
    private final BulkPace pace;
    private final JobShelf<QueryJob> shelf;

    QueryJobs(Org org, Soql soql, BulkPace pace, AtomicLong ids) {
        this.org = org;
        this.soql = soql;
        this.pace = pace;
        this.shelf = new JobShelf<>(org.clock(), ids, QueryJob::head);
    }

    Optional<JobStep> step(JobRequest request) {
        return switch (request.shape()) {
            case "POST" -> {
                JsonNode body = request.json();
                String detail = body.path("operation").asString("") + " "
                        + body.path("query").asString("");
                yield Optional.of(new JobStep("query.create", detail, call -> create(request, body, call)));
            }
            case "GET" -> Optional.of(new JobStep("query.list", "", call -> list()));
            case "GET ID" ->
                Optional.of(new JobStep(
                        "query.status",
                        request.id(),
                        call -> Response.json(200, find(request).poll(pace))));
            case "PATCH ID" -> Optional.of(new JobStep("query.abort", request.id(), call -> abort(request)));
            case "DELETE ID" -> Optional.of(new JobStep("query.delete", request.id(), call -> delete(request)));
            case "GET ID results" ->
                Optional.of(new JobStep("query.results", detail(request), call -> results(request)));
            case "GET ID resultPages" ->
                Optional.of(new JobStep("query.resultPages", detail(request), call -> resultPages(request)));
            default -> Optional.empty();
        };
    }

    private Response create(JobRequest request, JsonNode body, Call call) {
        String operation = body.path("operation").asString("");
        String text = body.path("query").asString("");
        if (!List.of("query", "queryAll").contains(operation)) {
            throw new RefusedException("INVALIDJOB", "Unsupported operation for a query job: " + operation);
        }
        if (text.isBlank()) {
            throw new RefusedException("MALFORMED_QUERY", "A query string has to be specified");
        }
        CsvShape csv = CsvShape.of(body);
        BulkQuery.check(text);
        QueryResult result = soql.queryAtLeisure(call.caller(), text, operation.equals("queryAll"));
        BulkQuery.check(result);
        if (pace.faults().refuses(result.object())) {
            throw BulkQuery.unsupported(result.object());
        }
        QueryJob job = new QueryJob(
                new JobHead(
                        shelf.newId(),
                        request.version(),
                        operation,
                        result.object(),
                        call.session().userId(),
                        org.clock().instant(),
                        csv),
                result,
                pace.faults());
        shelf.add(job);
        return Response.json(200, job.describe());
    }

    private Response list() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("done", true);
        json.put("records", shelf.all().stream().map(QueryJob::describe).toList());
        json.put("nextRecordsUrl", null);
        return Response.json(200, json);
    }

    private Response abort(JobRequest request) {
        if (!request.json().path("state").asString("").equals("Aborted")) {
            throw new RefusedException("INVALIDJOBSTATE", "A query job can only be set to Aborted");
        }
        return Response.json(200, find(request).abort());
    }

    private Response delete(JobRequest request) {
        QueryJob job = find(request);
        job.requireEnded();
        shelf.remove(job);
        return Response.empty(204);
    }

    private Response results(JobRequest request) {
        QueryJob job = ofSameVersion(request);
        QueryJob.Page page = job.page(
                request.parameter("locator").filter(given -> !given.isEmpty()),
                request.number("maxRecords", pace.mostRowsPerPage()));
        Response response = Response.text(200, "text/csv; charset=UTF-8", page.csv())
                .with("Sforce-NumberOfRecords", Integer.toString(page.rows()));
        boolean last = page.next().equals("null");
        return switch (last ? pace.faults().lastLocator() : BulkFaults.LastLocator.WORD) {
            case WORD -> response.with("Sforce-Locator", page.next());
            case EMPTY -> response.with("Sforce-Locator", "");
            case ABSENT -> response;
        };
    }

    private Response resultPages(JobRequest request) {
        int most = request.number("maxRecords", pace.mostRowsPerPage());
        List<String> pieces = ofSameVersion(request).pieces(request.parameter("locator"), most);
        String next = pieces.get(pieces.size() - 1);
        String url = request.url("query/" + request.id() + "/");
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put(
                "resultPages",
                pieces.subList(0, pieces.size() - 1).stream()
                        .map(piece -> Map.of("resultUrl", url + "results?locator=" + piece + "&maxRecords=" + most))
                        .toList());
        json.put("nextRecordsUrl", next.equals("null") ? null : url + "resultPages?locator=" + next);
        json.put("done", next.equals("null"));
        return Response.json(200, json);
    }

    private QueryJob find(JobRequest request) {
        return shelf.find(request.id());
    }

    private QueryJob ofSameVersion(JobRequest request) {
        QueryJob job = find(request);
        if (!job.head().version().equals(request.version())) {
            throw new RefusedException(
                    "JOB_VERSION_CONFLICT",
                    "The job was created with API version " + job.head().version() + "; read it with the same one");
        }
        return job;
    }

    private static String detail(JobRequest request) {
        return request.id() + request.parameter("locator").map(at -> " " + at).orElse("");
    }
}
