package io.plumbline.sandbox.rest;

import io.plumbline.sandbox.gate.Call;
import io.plumbline.sandbox.gate.FieldList;
import io.plumbline.sandbox.gate.RefusedException;
import io.plumbline.sandbox.gate.RowOutcome;
import io.plumbline.sandbox.gate.Writes;
import io.plumbline.sandbox.http.Response;
import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.record.input.RecordInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Up to 200 records in one call: {@code composite/sobjects}. */
final class CollectionResource implements Resource {

    private final Org org;
    private final Writes writes;

    CollectionResource(Org org, Writes writes) {
        this.org = org;
        this.writes = writes;
    }

    @Override
    public Optional<Step> step(Target target) {
        if (!target.piece(0).equals("composite") || !target.piece(1).equals("sobjects")) {
            return Optional.empty();
        }
        return switch (target.method() + " " + target.depth()) {
            case "POST 2" -> {
                Rows rows = Rows.of(target, "");
                yield Optional.of(Step.writing(
                        "collection.create",
                        rows.detail(),
                        call -> outcomes(writes.create(call, rows.records(), rows.allOrNone()), false)));
            }
            case "PATCH 2" -> {
                Rows rows = Rows.of(target, "");
                yield Optional.of(Step.writing(
                        "collection.update",
                        rows.detail(),
                        call -> outcomes(writes.update(call, rows.records(), rows.allOrNone()), false)));
            }
            case "PATCH 4" -> {
                Rows rows = Rows.of(target, target.piece(2));
                yield Optional.of(Step.writing(
                        "collection.upsert",
                        rows.detail(),
                        call -> outcomes(
                                writes.upsert(call, target.piece(3), rows.records(), rows.allOrNone()), true)));
            }
            case "DELETE 2" -> {
                List<String> ids = list(target, "ids");
                boolean allOrNone = target.request()
                        .parameter("allOrNone")
                        .filter("true"::equalsIgnoreCase)
                        .isPresent();
                yield Optional.of(Step.writing(
                        "collection.delete",
                        ids.size() + " ids",
                        call -> outcomes(writes.delete(call, ids, allOrNone), false)));
            }
            case "POST 3" -> {
                JsonNode body = JsonBody.of(target.request());
                List<String> ids = texts(body, "ids");
                List<String> fields = texts(body, "fields");
                yield Optional.of(Step.reading(
                        "collection.read",
                        target.piece(2) + " x " + ids.size(),
                        call -> read(target, call, ids, fields)));
            }
            case "GET 3" -> {
                List<String> ids = list(target, "ids");
                List<String> fields = list(target, "fields");
                yield Optional.of(Step.reading(
                        "collection.read",
                        target.piece(2) + " x " + ids.size(),
                        call -> read(target, call, ids, fields)));
            }
            default -> Optional.empty();
        };
    }

    private Response read(Target target, Call call, List<String> ids, List<String> fields) {
        RestObjects.require(call, target.piece(2));
        FieldList wanted = FieldList.of(call.caller().schema(), target.piece(2), fields);
        List<@Nullable Object> records = new ArrayList<>();
        org.retrieve(call.caller(), target.piece(2), ids)
                .forEach(found -> records.add(found.map(record -> RecordJson.write(target, wanted.row(org, record)))
                        .orElse(null)));
        return Response.json(200, records);
    }

    private static Response outcomes(List<RowOutcome> outcomes, boolean upsert) {
        return Response.json(
                200,
                outcomes.stream()
                        .map(outcome -> RecordJson.outcome(outcome, upsert))
                        .toList());
    }

    private static List<String> list(Target target, String parameter) {
        String text = target.request()
                .parameter(parameter)
                .filter(given -> !given.isBlank())
                .orElseThrow(
                        () -> new RefusedException("MISSING_ARGUMENT", "The " + parameter + " parameter is required"));
        return Arrays.stream(text.split(",")).map(String::strip).toList();
    }

    /** A list in a body, for what is too long for a query string. */
    private static List<String> texts(JsonNode body, String name) {
        List<String> texts =
                body.path(name).valueStream().map(JsonNode::asString).toList();
        if (texts.isEmpty()) {
            throw new RefusedException("MISSING_ARGUMENT", "The " + name + " list is required");
        }
        return texts;
    }

    /**
     * The body of a collection request.
     *
     * @param records the rows in order
     * @param allOrNone whether one refusal undoes all
     */
    private record Rows(List<RecordInput> records, boolean allOrNone) {

        private static Rows of(Target target, String object) {
            JsonNode body = JsonBody.of(target.request());
            JsonNode records = body.path("records");
            if (!records.isArray() || records.isEmpty()) {
                throw new RefusedException("INVALID_INPUT", "The records list is required and cannot be empty");
            }
            return new Rows(
                    records.valueStream().map(row -> record(row, object)).toList(),
                    body.path("allOrNone").asBoolean(false));
        }

        private static RecordInput record(JsonNode row, String object) {
            String type = row.path("attributes").path("type").asString(object);
            if (type.isEmpty()) {
                throw new RefusedException("INVALID_TYPE", "Must send a concrete entity type.");
            }
            String id = row.path("id").asString(row.path("Id").asString(""));
            RecordInput read = RecordJson.read(type, id.isEmpty() ? null : id, row);
            java.util.Map<String, @Nullable Object> fields = new java.util.LinkedHashMap<>(read.fields());
            fields.keySet().removeIf("id"::equalsIgnoreCase);
            return new RecordInput(type, read.id(), fields);
        }

        private String detail() {
            String types = String.join(
                    ",", records.stream().map(RecordInput::object).distinct().toList());
            return types + " x " + records.size();
        }
    }
}
