package io.plumbline.sandbox.control;

import io.plumbline.sandbox.http.Response;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The part of the control face that is about Bulk jobs. */
final class BulkPanel {

    private final BulkPace pace;

    BulkPanel(BulkPace pace) {
        this.pace = pace;
    }

    /** The answer; empty when the request is for another part. */
    Optional<Response> answer(String request, JsonNode body) {
        return switch (request) {
            case "POST bulk" -> Optional.of(ControlDoor.done(() -> set(body)));
            case "DELETE bulk" ->
                Optional.of(ControlDoor.done(() -> pace.faults().clear()));
            default -> Optional.empty();
        };
    }

    private void set(JsonNode body) {
        if (body.has("pollsInProgress")) {
            pace.pollsInProgress(Fields.number(body, "pollsInProgress"));
        }
        if (body.has("mostRowsPerPage")) {
            pace.mostRowsPerPage(Fields.number(body, "mostRowsPerPage"));
        }
        if (body.has("reversed")) {
            pace.reversed(Fields.flag(body, "reversed"));
        }
        BulkFaults faults = pace.faults();
        Fields.texts(body, "refuse").forEach(faults::refuse);
        if (body.has("lastLocator")) {
            faults.lastLocator(BulkFaults.LastLocator.valueOf(
                    Fields.text(body, "lastLocator").toUpperCase(Locale.ROOT)));
        }
        if (body.has("shuffledColumns")) {
            faults.shuffledColumns(Fields.flag(body, "shuffledColumns"));
        }
        if (body.has("rowsLost")) {
            faults.rowsLost(Fields.number(body, "rowsLost"));
        }
        if (body.has("rowsRepeated")) {
            faults.rowsRepeated(Fields.number(body, "rowsRepeated"));
        }
        if (body.has("failure")) {
            faults.failure(body.path("failure").isNull() ? null : Fields.text(body, "failure"));
        }
    }
}
