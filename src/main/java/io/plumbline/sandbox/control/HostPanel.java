package io.plumbline.sandbox.control;

import io.plumbline.sandbox.http.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The part of the control face that is about where the org lives and who gets a session of it. */
final class HostPanel {

    private final Levers levers;

    HostPanel(Levers levers) {
        this.levers = levers;
    }

    /** The answer; empty when the request is for another part. */
    Optional<Response> answer(String request, JsonNode body) {
        return Optional.ofNullable(
                switch (request) {
                    case "POST sessions" ->
                        Response.json(201, Map.of("accessToken", levers.openSession(Fields.text(body, "username"))));
                    case "DELETE sessions" -> ControlDoor.done(levers::killSessions);
                    case "POST host" -> Response.json(200, Map.of("instanceUrl", move(body)));
                    case "POST organization" -> ControlDoor.done(() -> levers.claimToBe(Fields.text(body, "id")));
                    case "POST sign-in" ->
                        ControlDoor.done(() -> levers.signInRules(
                                body.has("oneAtATime") && Fields.flag(body, "oneAtATime"),
                                body.has("newestOnly") && Fields.flag(body, "newestOnly"),
                                Duration.parse(Fields.text(body, "takes", "PT0S"))));
                    default -> null;
                });
    }

    private String move(JsonNode body) {
        try {
            return levers.moveOrg(
                    OldHost.valueOf(Fields.text(body, "oldHost", "gone").toUpperCase(Locale.ROOT)));
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }
}
