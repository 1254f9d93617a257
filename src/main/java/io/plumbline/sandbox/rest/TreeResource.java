package io.plumbline.sandbox.rest;

import io.plumbline.sandbox.gate.Call;
import io.plumbline.sandbox.gate.RefusedException;
import io.plumbline.sandbox.gate.RowOutcome;
import io.plumbline.sandbox.gate.Writes;
import io.plumbline.sandbox.http.Response;
import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.record.input.RecordInput;
import io.plumbline.sandbox.schema.ChildRelationship;
import io.plumbline.sandbox.schema.ObjectSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Up to 200 records with their children, all of them created or none: {@code composite/tree/X}. */
final class TreeResource implements Resource {

    private final Org org;
    private final Writes writes;

    TreeResource(Org org, Writes writes) {
        this.org = org;
        this.writes = writes;
    }

    @Override
    public Optional<Step> step(Target target) {
        boolean mine = target.method().equals("POST")
                && target.depth() == 3
                && target.piece(0).equals("composite")
                && target.piece(1).equals("tree");
        if (!mine) {
            return Optional.empty();
        }
        JsonNode records = JsonBody.of(target.request()).path("records");
        if (!records.isArray() || records.isEmpty()) {
            throw new RefusedException("INVALID_INPUT", "The records list is required and cannot be empty");
        }
        String object = target.piece(2);
        return Optional.of(
                Step.writing("tree", object + " x " + records.size(), call -> answer(call, object, records)));
    }

    /** One record on its way. */
    private record Branch(
            String object,
            JsonNode json,
            @Nullable String parentField,
            @Nullable String parentId) {

        String referenceId() {
            return json.path("attributes").path("referenceId").asString("");
        }
    }

    private Response answer(Call call, String object, JsonNode records) {
        RestObjects.require(call, object);
        List<Map<String, Object>> made = new ArrayList<>();
        List<Map<String, Object>> failed = new ArrayList<>();
        writes.together(call, () -> {
            List<Branch> level = records.valueStream()
                    .map(json -> new Branch(object, json, null, null))
                    .toList();
            int count = 0;
            while (!level.isEmpty() && failed.isEmpty()) {
                count += level.size();
                if (count > Org.MOST_RECORDS_PER_WRITE) {
                    throw new RefusedException(
                            "INVALID_INPUT", "a tree has at most " + Org.MOST_RECORDS_PER_WRITE + " records");
                }
                level = create(call, level, made, failed);
            }
            return failed.isEmpty();
        });
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("hasErrors", !failed.isEmpty());
        json.put("results", failed.isEmpty() ? made : failed);
        return Response.json(failed.isEmpty() ? 201 : 400, json);
    }

    /** Creates one level; gives back the one below. */
    private List<Branch> create(
            Call call, List<Branch> level, List<Map<String, Object>> made, List<Map<String, Object>> failed) {
        List<RecordInput> rows = level.stream().map(this::row).toList();
        List<RowOutcome> outcomes = writes.create(call, rows, false);
        List<Branch> below = new ArrayList<>();
        for (int i = 0; i < level.size(); i++) {
            Branch branch = level.get(i);
            RowOutcome outcome = outcomes.get(i);
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("referenceId", branch.referenceId());
            if (outcome.success()) {
                entry.put("id", outcome.recordId().orElse(""));
                made.add(entry);
                below.addAll(children(branch, outcome.recordId().orElse("")));
            } else {
                entry.put("errors", RecordJson.outcome(outcome, false).getOrDefault("errors", List.of()));
                failed.add(entry);
            }
        }
        return below;
    }

    private RecordInput row(Branch branch) {
        if (!(branch.json() instanceof ObjectNode given)) {
            throw new RefusedException("JSON_PARSER_ERROR", "a record must be a JSON object");
        }
        ObjectNode own = given.deepCopy();
        own.properties().stream()
                .filter(field -> field.getValue().path("records").isArray())
                .map(Map.Entry::getKey)
                .toList()
                .forEach(own::remove);
        RecordInput read = RecordJson.read(branch.object(), null, own);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(read.fields());
        if (branch.parentField() != null) {
            fields.put(branch.parentField(), branch.parentId());
        }
        return RecordInput.of(branch.object(), fields);
    }

    private List<Branch> children(Branch parent, String id) {
        ObjectSchema object = org.schema().object(parent.object()).orElseThrow();
        List<Branch> children = new ArrayList<>();
        parent.json().properties().forEach(field -> {
            JsonNode records = field.getValue().path("records");
            if (records.isArray()) {
                ChildRelationship child = object.childRelationships().stream()
                        .filter(each -> field.getKey().equalsIgnoreCase(each.relationshipName()))
                        .findFirst()
                        .orElseThrow(() -> new RefusedException(
                                "INVALID_FIELD", "No such relationship '" + field.getKey() + "' on " + object.name()));
                records.forEach(json -> children.add(new Branch(child.childObject(), json, child.field(), id)));
            }
        });
        return children;
    }
}
