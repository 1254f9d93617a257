package io.plumbline.sandbox.control;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Fault rules as JSON and back. */
final class FaultJson {

    private static final String LOCKED = "unable to obtain exclusive access to this record or 1 records";

    private FaultJson() {}

    static FaultRule read(JsonNode body) {
        return new FaultRule(
                fault(body),
                Fields.text(body, "operation", "*"),
                Fields.number(body, "at", 1),
                Fields.number(body, "times", 1),
                body.has("until") ? Instant.parse(Fields.text(body, "until")) : null);
    }

    static List<Map<String, Object>> write(Map<Long, FaultRule> rules) {
        List<Map<String, Object>> all = new ArrayList<>();
        rules.forEach((number, rule) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("number", number);
            one.put("kind", kind(rule.fault()));
            one.put("operation", rule.operation());
            one.put("at", rule.at());
            one.put("times", rule.times());
            if (rule.until() != null) {
                one.put("until", rule.until().toString());
            }
            all.add(one);
        });
        return all;
    }

    private static Fault fault(JsonNode body) {
        String kind = Fields.text(body, "kind");
        return switch (kind) {
            case "delay" -> new Fault.Delay(Duration.ofMillis(Fields.number(body, "millis")));
            case "dead-session" -> {
                Optional<String> message =
                        body.has("message") ? Optional.of(Fields.text(body, "message")) : Optional.empty();
                yield new Fault.DeadSession(message, body.has("asynchronous") && Fields.flag(body, "asynchronous"));
            }
            case "reset-before" -> new Fault.ResetBefore();
            case "reset-after" -> new Fault.ResetAfter();
            case "cut-body" -> new Fault.CutBody(Fields.number(body, "bytes"));
            case "maintenance" -> new Fault.Maintenance(Fields.number(body, "status", 503));
            case "limit-reached" -> new Fault.LimitReached();
            case "read-only" -> new Fault.ReadOnly();
            case "refuse" -> new Fault.Refuse(Fields.text(body, "code"), Fields.text(body, "message", ""));
            case "row-error" -> rowError(body, Fields.text(body, "code"), Fields.text(body, "message", ""));
            case "row-lock" -> rowError(body, "UNABLE_TO_LOCK_ROW", LOCKED);
            default -> throw new IllegalArgumentException("unknown kind of fault \"" + kind + "\"");
        };
    }

    private static Fault rowError(JsonNode body, String code, String message) {
        Set<Integer> rows = body.path("rows").valueStream().map(JsonNode::asInt).collect(Collectors.toSet());
        return new Fault.RowError(
                code, message, Fields.texts(body, "fields"), new HashSet<>(Fields.texts(body, "ids")), rows);
    }

    private static String kind(Fault fault) {
        return switch (fault) {
            case Fault.Delay delay -> "delay";
            case Fault.DeadSession dead -> "dead-session";
            case Fault.ResetBefore reset -> "reset-before";
            case Fault.ResetAfter reset -> "reset-after";
            case Fault.CutBody cut -> "cut-body";
            case Fault.Maintenance page -> "maintenance";
            case Fault.LimitReached limit -> "limit-reached";
            case Fault.ReadOnly readOnly -> "read-only";
            case Fault.Refuse refuse -> "refuse";
            case Fault.RowError rows -> "row-error";
        };
    }
}
