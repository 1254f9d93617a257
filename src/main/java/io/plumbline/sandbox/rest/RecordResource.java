package io.plumbline.sandbox.rest;

import io.plumbline.sandbox.gate.Call;
import io.plumbline.sandbox.gate.FieldList;
import io.plumbline.sandbox.gate.RowOutcome;
import io.plumbline.sandbox.gate.Writes;
import io.plumbline.sandbox.http.Response;
import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.record.input.RecordInput;
import io.plumbline.sandbox.record.store.StoredRecord;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One record by Id: {@code sobjects/X} to create, {@code sobjects/X/001...} to read, update and delete. */
final class RecordResource implements Resource {

    private final Org org;
    private final Writes writes;

    RecordResource(Org org, Writes writes) {
        this.org = org;
        this.writes = writes;
    }

    @Override
    public Optional<Step> step(Target target) {
        if (!target.piece(0).equals("sobjects")) {
            return Optional.empty();
        }
        String object = target.piece(1);
        String id = target.piece(2);
        if (target.depth() == 2 && target.method().equals("POST")) {
            RecordInput row = RecordJson.read(object, null, JsonBody.of(target.request()));
            return Optional.of(Step.writing("sobject.create", object, call -> create(target, call, row)));
        }
        if (target.depth() != 3) {
            return Optional.empty();
        }
        return switch (target.method()) {
            case "GET" ->
                Optional.of(Step.reading("sobject.read", object + " " + id, call -> read(target, call, object, id)));
            case "PATCH" -> {
                RecordInput row = RecordJson.read(object, id, JsonBody.of(target.request()));
                yield Optional.of(Step.writing(
                        "sobject.update",
                        object + " " + id,
                        call -> done(one(writes.update(call, List.of(row), false)))));
            }
            case "DELETE" ->
                Optional.of(Step.writing(
                        "sobject.delete",
                        object + " " + id,
                        call -> done(one(writes.delete(call, List.of(id), false)))));
            default -> Optional.empty();
        };
    }

    private Response create(Target target, Call call, RecordInput row) {
        RestObjects.require(call, row.object());
        RowOutcome outcome = one(writes.create(call, List.of(row), false));
        if (!outcome.success()) {
            return failed(outcome);
        }
        String id = outcome.recordId().orElse("");
        return created(id, Optional.empty()).with("Location", target.url("sobjects/" + row.object() + "/" + id));
    }

    private Response read(Target target, Call call, String object, String id) {
        RestObjects.require(call, object);
        FieldList fields = target.request()
                .parameter("fields")
                .map(names -> FieldList.of(
                        call.caller().schema(),
                        object,
                        Arrays.stream(names.split(",")).map(String::strip).toList()))
                .orElseGet(() -> FieldList.all(call.caller().schema(), object));
        Optional<StoredRecord> found =
                org.retrieve(call.caller(), object, List.of(id)).get(0);
        return found.map(record -> Response.json(200, RecordJson.write(target, fields.row(org, record))))
                .orElseThrow(RestObjects::notFound);
    }

    static Response created(String id, Optional<Boolean> created) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("success", true);
        json.put("errors", List.of());
        created.ifPresent(flag -> json.put("created", flag));
        return Response.json(created.orElse(true) ? 201 : 200, json);
    }

    static Response done(RowOutcome outcome) {
        return outcome.success() ? Response.empty(204) : failed(outcome);
    }

    static Response failed(RowOutcome outcome) {
        return Response.json(RestDialect.statusOf(outcome.problems().get(0).code()), RecordJson.errors(outcome));
    }

    static RowOutcome one(List<RowOutcome> outcomes) {
        return outcomes.get(0);
    }
}
