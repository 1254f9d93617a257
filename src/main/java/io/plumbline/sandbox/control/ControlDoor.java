package io.plumbline.sandbox.control;

import io.plumbline.sandbox.http.Handler;
import io.plumbline.sandbox.http.Json;
import io.plumbline.sandbox.http.MalformedJsonException;
import io.plumbline.sandbox.http.Request;
import io.plumbline.sandbox.http.Response;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The HTTP face of control; the language stands in the package's description. */
public final class ControlDoor implements Handler {

    private final Levers levers;
    private final Journal journal;
    private final Faults faults;
    private final ApiMeter meter;
    private final BulkPanel bulkPanel;
    private final OrgPanel orgPanel;
    private final HostPanel hostPanel;

    public ControlDoor(Levers levers, Journal journal, Faults faults, ApiMeter meter, BulkPace pace) {
        this.levers = levers;
        this.journal = journal;
        this.faults = faults;
        this.meter = meter;
        this.bulkPanel = new BulkPanel(pace);
        this.orgPanel = new OrgPanel(levers);
        this.hostPanel = new HostPanel(levers);
    }

    @Override
    public Response answer(Request request) {
        List<String> path = request.segments();
        String subject = path.size() < 2 ? "" : path.get(1);
        try {
            JsonNode body = request.body().length == 0 ? MissingNode.getInstance() : Json.read(request.text());
            return switch (request.method() + " " + subject) {
                case "GET clock" -> clock();
                case "POST clock" -> moveClock(body);
                case "GET journal" ->
                    Response.json(
                            200,
                            JournalJson.of(
                                    journal, request.parameter("operation").orElse("*")));
                case "DELETE journal" -> done(journal::reset);
                case "GET faults" -> Response.json(200, FaultJson.write(faults.rules()));
                case "POST faults" -> Response.json(201, Map.of("number", faults.add(FaultJson.read(body))));
                case "DELETE faults" -> done(() -> removeFaults(path));
                case "GET limits" -> limits();
                case "POST limits" -> setLimits(body);
                case "POST paging" -> done(() -> levers.mostRowsPerPage(Fields.number(body, "mostRows")));
                case "POST users" ->
                    done(() -> levers.setActive(Fields.text(body, "username"), Fields.flag(body, "active")));
                case "POST locks" -> done(() -> lock(body));
                case "POST fields" ->
                    done(() -> levers.setFieldPermission(
                            Fields.text(body, "object"),
                            Fields.text(body, "field"),
                            Fields.flag(body, "readable"),
                            Fields.flag(body, "editable")));
                case "DELETE cursors" -> done(levers::evictCursors);
                default -> elsewhere(request.method() + " " + subject, body);
            };
        } catch (MalformedJsonException | IllegalArgumentException | DateTimeException wrong) {
            return refused(400, String.valueOf(wrong.getMessage()));
        }
    }

    private Response elsewhere(String request, JsonNode body) {
        return orgPanel.answer(request, body)
                .or(() -> hostPanel.answer(request, body))
                .or(() -> bulkPanel.answer(request, body))
                .orElseGet(() -> refused(404, "no " + request + "; see package io.plumbline.sandbox.control"));
    }

    private Response clock() {
        return Response.json(200, Map.of("now", levers.now().toString()));
    }

    private Response moveClock(JsonNode body) {
        if (body.has("set")) {
            levers.setClock(Instant.parse(Fields.text(body, "set")));
        } else {
            levers.advanceClock(Duration.parse(Fields.text(body, "advance")));
        }
        return clock();
    }

    private Response limits() {
        return Response.json(200, Map.of("limit", meter.limit(), "used", meter.used()));
    }

    private Response setLimits(JsonNode body) {
        if (body.has("limit")) {
            meter.limit(Fields.number(body, "limit"));
        }
        if (body.has("consume")) {
            meter.consume(Fields.number(body, "consume"));
        }
        if (body.has("mostAtOnce")) {
            meter.mostAtOnce(Fields.number(body, "mostAtOnce"));
        }
        return limits();
    }

    private void lock(JsonNode body) {
        String id = Fields.text(body, "id");
        if (body.has("until")) {
            levers.lockUntil(id, Instant.parse(Fields.text(body, "until")));
        } else {
            levers.lockForAttempts(id, Fields.number(body, "attempts"));
        }
    }

    private void removeFaults(List<String> path) {
        if (path.size() > 2) {
            faults.remove(Long.parseLong(path.get(2)));
        } else {
            faults.clear();
        }
    }

    static Response done(Runnable change) {
        change.run();
        return Response.empty(204);
    }

    private static Response refused(int status, String why) {
        return Response.json(status, Map.of("error", why));
    }
}
