package io.plumbline.sandbox.rest;

import io.plumbline.sandbox.gate.Cursors;
import io.plumbline.sandbox.gate.RefusedException;
import io.plumbline.sandbox.gate.RowOutcome;
import io.plumbline.sandbox.gate.ValueText;
import io.plumbline.sandbox.record.input.RecordInput;
import io.plumbline.sandbox.record.store.Address;
import io.plumbline.sandbox.soql.ResultRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Records as JSON, both ways. */
final class RecordJson {

    private RecordJson() {}

    static Map<String, @Nullable Object> write(Target target, ResultRow row) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        attributes.put("type", row.type());
        row.recordId().ifPresent(id -> attributes.put("url", target.url("sobjects/" + row.type() + "/" + id)));
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("attributes", attributes);
        row.values().forEach((name, value) -> json.put(name, value(target, value)));
        return json;
    }

    private static @Nullable Object value(Target target, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case ResultRow parent -> write(target, parent);
            case BigDecimal number -> number.doubleValue();
            case Address address -> address(target, address);
            case Cursors.Page children -> page(target, "query", children);
            case Instant instant -> ValueText.rest(instant);
            case LocalDate date -> date.toString();
            case LocalTime time -> ValueText.timeOfDay(time);
            default -> value;
        };
    }

    /** A page of a query, or of the children in a row of it. */
    static Map<String, @Nullable Object> page(Target target, String resource, Cursors.Page page) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("totalSize", page.result().size());
        json.put("done", page.done());
        if (!page.done()) {
            json.put("nextRecordsUrl", target.url(resource + "/" + page.locator()));
        }
        json.put("records", page.rows().stream().map(row -> write(target, row)).toList());
        return json;
    }

    private static Map<String, @Nullable Object> address(Target target, Address address) {
        Map<String, @Nullable Object> json = new TreeMap<>();
        address.parts().forEach((part, value) -> json.put(part, value(target, value)));
        return json;
    }

    /** One record of a request. */
    static RecordInput read(String object, @Nullable String id, JsonNode json) {
        if (!json.isObject()) {
            throw new RefusedException("JSON_PARSER_ERROR", "a record must be a JSON object");
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        json.properties().forEach(field -> {
            if (!field.getKey().equals("attributes")) {
                fields.put(field.getKey(), value(field.getKey(), field.getValue()));
            }
        });
        return new RecordInput(object, id, fields);
    }

    private static @Nullable Object value(String name, JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (value.isObject()) {
            return reference(name, value);
        }
        if (value.isNumber()) {
            return value.decimalValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isArray()) {
            throw new RefusedException("JSON_PARSER_ERROR", "the field " + name + " cannot take a list");
        }
        return value.stringValue();
    }

    private static RecordInput.Reference reference(String name, JsonNode value) {
        String type = value.path("attributes").path("type").asString("");
        return value.properties().stream()
                .filter(field -> !field.getKey().equals("attributes"))
                .findFirst()
                .map(key -> new RecordInput.Reference(
                        type.isEmpty() ? null : type,
                        key.getKey(),
                        key.getValue().asString("")))
                .orElseThrow(() -> new RefusedException(
                        "INVALID_FIELD", "The relationship " + name + " names no external id field"));
    }

    /** The outcome of one row of a collection. */
    static Map<String, Object> outcome(RowOutcome outcome, boolean upsert) {
        Map<String, Object> json = new LinkedHashMap<>();
        outcome.recordId().ifPresent(id -> json.put("id", id));
        json.put("success", outcome.success());
        json.put(
                "errors",
                outcome.problems().stream()
                        .map(problem -> Map.of(
                                "statusCode", problem.code(), "message", problem.message(), "fields", problem.fields()))
                        .toList());
        if (upsert && outcome.success()) {
            json.put("created", outcome.created());
        }
        return json;
    }

    /** The errors of one row as the array that ends a call on a single record. */
    static List<Map<String, Object>> errors(RowOutcome outcome) {
        return outcome.problems().stream()
                .map(problem -> Map.<String, Object>of(
                        "message", problem.message(), "errorCode", problem.code(), "fields", problem.fields()))
                .toList();
    }
}
