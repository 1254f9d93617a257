package io.plumbline.sandbox.rest;

import io.plumbline.sandbox.gate.RefusedException;
import io.plumbline.sandbox.gate.ValueText;
import io.plumbline.sandbox.http.Response;
import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.record.sight.Replication;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code sobjects/X/updated} and {@code sobjects/X/deleted}. */
final class ReplicationResource implements Resource {

    private final Org org;

    ReplicationResource(Org org) {
        this.org = org;
    }

    @Override
    public Optional<Step> step(Target target) {
        if (!target.method().equals("GET")
                || target.depth() != 3
                || !target.piece(0).equals("sobjects")) {
            return Optional.empty();
        }
        String object = target.piece(1);
        return switch (target.piece(2)) {
            case "updated" ->
                Optional.of(Step.reading(
                        "updated",
                        object,
                        call -> updated(
                                org.getUpdated(call.caller(), object, time(target, "start"), time(target, "end")))));
            case "deleted" ->
                Optional.of(Step.reading(
                        "deleted",
                        object,
                        call -> deleted(
                                org.getDeleted(call.caller(), object, time(target, "start"), time(target, "end")))));
            default -> Optional.empty();
        };
    }

    private static Response updated(Replication.Updated updated) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ids", updated.ids());
        json.put("latestDateCovered", ValueText.rest(updated.latestDateCovered()));
        return Response.json(200, json);
    }

    private static Response deleted(Replication.Deleted deleted) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "deletedRecords",
                deleted.records().stream()
                        .map(record -> Map.of("id", record.id(), "deletedDate", ValueText.rest(record.deletedDate())))
                        .toList());
        json.put("earliestDateAvailable", ValueText.rest(deleted.earliestDateAvailable()));
        json.put("latestDateCovered", ValueText.rest(deleted.latestDateCovered()));
        return Response.json(200, json);
    }

    private static Instant time(Target target, String name) {
        // A plus sign that was not encoded arrives as a space.
        String text = target.request().parameter(name).orElse("").replace(' ', '+');
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException malformed) {
            throw new RefusedException("INVALID_REPLICATION_DATE", "Invalid datetime: " + text);
        }
    }
}
