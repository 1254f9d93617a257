package io.plumbline.ops.console;

import io.plumbline.journal.Effect;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A task of ours that was open when it was last written. Somebody may have closed it since: the next run sees that.
 *
 * @param id of the record in Salesforce
 * @param subject for those who see no names, that there is one
 * @param due empty text when another run wrote it again without touching its day
 */
record OpenTask(String id, String subject, String due, String since) {

    private static final JsonMapper JSON = new JsonMapper();

    /** @param lastSaved the last change saved under each key of the account */
    static List<OpenTask> of(List<Effect> lastSaved, boolean seesNames) {
        return lastSaved.stream()
                .flatMap(effect -> of(effect, seesNames).stream())
                .toList()
                .reversed();
    }

    private static Optional<OpenTask> of(Effect effect, boolean seesNames) {
        JsonNode change = JSON.readTree(effect.payload());
        return switch (change.path("kind").asString()) {
            case "taskCreation", "taskRefresh" ->
                Optional.of(new OpenTask(
                        effect.record().map(Object::toString).orElse(""),
                        seesNames ? change.path("subject").asString() : "A task of ours",
                        change.path("due").asString(""),
                        effect.settledAt().toString().substring(0, 10)));
            default -> Optional.empty();
        };
    }
}
