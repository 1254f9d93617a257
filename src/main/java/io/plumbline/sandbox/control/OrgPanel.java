package io.plumbline.sandbox.control;

import io.plumbline.sandbox.http.Response;
import io.plumbline.sandbox.schema.FieldChange;
import io.plumbline.sandbox.schema.FieldType;
import io.plumbline.sandbox.setup.Automation;
import io.plumbline.sandbox.setup.Rewrite;
import io.plumbline.sandbox.setup.SaveRule;
import io.plumbline.sandbox.setup.Sharing;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The part of the control face that changes how the org behaves and what happens in it. */
final class OrgPanel {

    private final Levers levers;

    OrgPanel(Levers levers) {
        this.levers = levers;
    }

    /** The answer; empty when the request is for another part. */
    Optional<Response> answer(String request, JsonNode body) {
        return Optional.ofNullable(
                switch (request) {
                    case "GET sharing" ->
                        Response.json(
                                200, Map.of("hidden", levers.setup().sharing().hidden()));
                    case "POST sharing" -> share(body);
                    case "DELETE sharing" ->
                        ControlDoor.done(() -> levers.setup().sharing().shareAll());
                    case "POST rules" -> ControlDoor.done(() -> levers.setup().addRule(rule(body)));
                    case "DELETE rules" -> ControlDoor.done(() -> levers.setup().removeRules());
                    case "POST automations" ->
                        ControlDoor.done(() -> levers.setup().automate(automation(body)));
                    case "DELETE automations" ->
                        ControlDoor.done(() -> levers.setup().stopAutomation());
                    case "POST metadata" ->
                        ControlDoor.done(() -> levers.changeField(Fields.text(body, "object"), change(body)));
                    case "POST queries" ->
                        ControlDoor.done(() -> levers.setup().mostRowsInTime(Fields.number(body, "mostRowsInTime")));
                    case "POST commits" ->
                        ControlDoor.done(() -> levers.delayCommits(Duration.parse(Fields.text(body, "delay"))));
                    case "POST stamps" -> ControlDoor.done(() -> levers.touch(Fields.texts(body, "ids")));
                    case "POST purge" -> ControlDoor.done(() -> levers.purge(Fields.texts(body, "ids")));
                    case "POST merge" ->
                        ControlDoor.done(() -> levers.merge(Fields.text(body, "master"), Fields.texts(body, "merged")));
                    default -> null;
                });
    }

    private Response share(JsonNode body) {
        Sharing sharing = levers.setup().sharing();
        sharing.hide(Fields.texts(body, "hide"));
        sharing.share(Fields.texts(body, "share"));
        if (body.has("hidePercent")) {
            levers.hidePercent(Fields.text(body, "object"), Fields.number(body, "hidePercent"));
        }
        return Response.json(200, Map.of("hidden", sharing.hidden().size()));
    }

    private static FieldChange change(JsonNode body) {
        if (body.has("remove")) {
            return new FieldChange.Remove(Fields.text(body, "remove"));
        }
        if (body.has("rename")) {
            return new FieldChange.Rename(Fields.text(body, "rename"), Fields.text(body, "to"));
        }
        if (body.has("resize")) {
            return new FieldChange.Resize(Fields.text(body, "resize"), Fields.number(body, "length"));
        }
        FieldType type = FieldType.valueOf(Fields.text(body, "type").toUpperCase(Locale.ROOT));
        return new FieldChange.Add(Fields.text(body, "add"), type, Fields.number(body, "length", 0));
    }

    private static SaveRule rule(JsonNode body) {
        String object = Fields.text(body, "object");
        String field = Fields.text(body, "field");
        String message = Fields.text(body, "message");
        return body.has("unique")
                ? new SaveRule.Duplicate(object, field, message)
                : new SaveRule.Validation(object, field, textOrNull(body, "refused"), message);
    }

    private static Automation automation(JsonNode body) {
        Rewrite rewrite = switch (Fields.text(body, "rewrite")) {
            case "upper-case" -> new Rewrite.UpperCase();
            case "cut" -> new Rewrite.Cut(Fields.number(body, "value"));
            case "add" -> new Rewrite.Add(new BigDecimal(Fields.text(body, "value")));
            case "replace" -> new Rewrite.Replace(textOrNull(body, "value"));
            default -> throw new IllegalArgumentException("\"rewrite\" is one of upper-case, cut, add and replace");
        };
        return new Automation(Fields.text(body, "object"), Fields.text(body, "field"), rewrite);
    }

    private static @Nullable String textOrNull(JsonNode body, String name) {
        return body.path(name).isNull() ? null : Fields.text(body, name);
    }
}
