package io.plumbline.salesforce.bulk;

import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/**
 * What the org tells of a job.
 *
 * @param processed how many records it has looked at; empty when it does not say
 * @param failed how many of them were refused
 * @param errorMessage why the whole job failed, empty when it did not
 */
record JobInfo(String id, State state, OptionalLong processed, long failed, String errorMessage) {

    /** Where a job stands. A word that we do not know counts as one on its way. */
    enum State {
        OPEN,
        ON_ITS_WAY,
        COMPLETE,
        FAILED,
        ABORTED;

        boolean ended() {
            return this == COMPLETE || this == FAILED || this == ABORTED;
        }
    }

    static JobInfo of(JsonNode json) {
        JsonNode processed = json.path("numberRecordsProcessed");
        return new JobInfo(
                json.path("id").asString(""),
                state(json.path("state").asString("")),
                processed.isNumber() ? OptionalLong.of(processed.asLong()) : OptionalLong.empty(),
                json.path("numberRecordsFailed").asLong(0),
                json.path("errorMessage").asString(""));
    }

    private static State state(String word) {
        return switch (word) {
            case "Open" -> State.OPEN;
            case "JobComplete" -> State.COMPLETE;
            case "Failed" -> State.FAILED;
            case "Aborted" -> State.ABORTED;
            default -> State.ON_ITS_WAY;
        };
    }
}
