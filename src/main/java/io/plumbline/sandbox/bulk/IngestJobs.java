package io.plumbline.sandbox.bulk;

import io.plumbline.sandbox.control.BulkPace;
import io.plumbline.sandbox.gate.Call;
import io.plumbline.sandbox.gate.RefusedException;
import io.plumbline.sandbox.gate.Writes;
import io.plumbline.sandbox.http.Response;
import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.schema.FieldTrait;
import io.plumbline.sandbox.schema.ObjectSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The resources of ingest jobs. */
final class IngestJobs {

    private final Org org;
    private final BulkPace pace;
    private final IngestRun run;
    private final JobShelf<IngestJob> shelf;

    IngestJobs(Org org, Writes writes, BulkPace pace, AtomicLong ids) {
        this.org = org;
        this.pace = pace;
        this.run = new IngestRun(writes, pace.faults());
        this.shelf = new JobShelf<>(org.clock(), ids, IngestJob::head);
    }

    Optional<JobStep> step(JobRequest request) {
        return switch (request.shape()) {
            case "POST" -> {
                JsonNode body = request.json();
                String detail = body.path("operation").asString("") + " "
                        + body.path("object").asString("");
                yield Optional.of(new JobStep("ingest.create", detail, call -> create(request, body, call)));
            }
            case "GET" -> Optional.of(new JobStep("ingest.list", "", call -> list()));
            case "GET ID" ->
                Optional.of(new JobStep(
                        "ingest.status",
                        request.id(),
                        call -> Response.json(200, find(request).poll(pace))));
            case "DELETE ID" -> Optional.of(new JobStep("ingest.delete", request.id(), call -> delete(request)));
            case "PUT ID batches" -> Optional.of(new JobStep("ingest.upload", request.id(), call -> upload(request)));
            case "PATCH ID" -> Optional.of(change(request));
            case "GET ID successfulResults", "GET ID successfulResults/" ->
                results("ingest.successfulResults", request, job -> job.results(true, pace));
            case "GET ID failedResults", "GET ID failedResults/" ->
                results("ingest.failedResults", request, job -> job.results(false, pace));
            case "GET ID unprocessedrecords", "GET ID unprocessedRecords" ->
                results("ingest.unprocessedrecords", request, IngestJob::unprocessed);
            default -> Optional.empty();
        };
    }

    private Response create(JobRequest request, JsonNode body, Call call) {
        String operation = body.path("operation").asString("").toLowerCase(Locale.ROOT);
        if (operation.equals("harddelete")) {
            throw new RefusedException(
                    "FEATURENOTENABLED",
                    "hardDelete operation requires special user profile permission, please contact your system administrator");
        }
        if (!List.of("insert", "update", "upsert", "delete").contains(operation)) {
            throw new RefusedException("INVALIDJOB", "Unsupported operation for an ingest job: " + operation);
        }
        ObjectSchema object = object(call, body.path("object").asString(""));
        if (pace.faults().refuses(object.name())) {
            throw BulkQuery.unsupported(object.name());
        }
        String externalId = body.path("externalIdFieldName").asString("");
        if (operation.equals("upsert")) {
            checkExternalId(object, externalId);
        }
        IngestJob job = new IngestJob(
                new JobHead(
                        shelf.newId(),
                        request.version(),
                        operation,
                        object.name(),
                        call.session().userId(),
                        org.clock().instant(),
                        CsvShape.of(body)),
                externalId.isEmpty() ? null : externalId);
        shelf.add(job);
        return Response.json(200, job.describe());
    }

    private static void checkExternalId(ObjectSchema object, String field) {
        if (field.isBlank()) {
            throw new RefusedException(
                    "INVALIDJOB",
                    "InvalidJob : External ID was blank for " + object.name()
                            + ". An External ID must be specified for upsert.");
        }
        boolean usable = object.field(field)
                .filter(found -> found.is(FieldTrait.EXTERNAL_ID) || found.is(FieldTrait.ID_LOOKUP))
                .isPresent();
        if (!usable) {
            throw new RefusedException(
                    "INVALIDJOB",
                    "InvalidJob : Field name provided, " + field
                            + " does not match an External ID, Salesforce Id, or indexed field for " + object.name());
        }
    }

    private Response list() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("done", true);
        json.put("records", shelf.all().stream().map(IngestJob::describe).toList());
        json.put("nextRecordsUrl", null);
        return Response.json(200, json);
    }

    private Response upload(JobRequest request) {
        String type = request.request().header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!type.startsWith("text/csv")) {
            throw new RefusedException(
                    "UNSUPPORTED_MEDIA_TYPE", "Content type specified in HTTP header is not supported: " + type);
        }
        find(request).upload(request.request().text());
        return Response.empty(201);
    }

    private JobStep change(JobRequest request) {
        String state = request.json().path("state").asString("");
        return switch (state) {
            case "UploadComplete" -> new JobStep("ingest.close", request.id(), call -> close(request, call));
            case "Aborted" ->
                new JobStep(
                        "ingest.abort",
                        request.id(),
                        call -> Response.json(200, find(request).abort()));
            default -> throw new RefusedException("INVALIDJOBSTATE", "A job cannot be set to state " + state);
        };
    }

    private Response close(JobRequest request, Call call) {
        IngestJob job = find(request);
        run.run(job, object(call, job.head().object()), call);
        return Response.json(200, job.describe());
    }

    private Response delete(JobRequest request) {
        IngestJob job = find(request);
        job.requireDeletable();
        shelf.remove(job);
        return Response.empty(204);
    }

    private Optional<JobStep> results(
            String operation, JobRequest request, java.util.function.Function<IngestJob, String> text) {
        return Optional.of(new JobStep(
                operation,
                request.id(),
                call -> Response.text(200, "text/csv; charset=UTF-8", text.apply(find(request)))));
    }

    private IngestJob find(JobRequest request) {
        return shelf.find(request.id());
    }

    private static ObjectSchema object(Call call, String name) {
        return call.caller().schema().object(name).orElseThrow(() -> BulkQuery.unsupported(name));
    }
}
