package io.plumbline.sandbox.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The journal as JSON. */
final class JournalJson {

    private JournalJson() {}

    static Map<String, Object> of(Journal journal, String operation) {
        List<JournalEntry> entries = journal.entries(operation);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("entries", entries.stream().map(JournalJson::entry).toList());
        all.put(
                "effects",
                entries.stream()
                        .flatMap(entry -> entry.effects().stream().map(effect -> effect(entry.number(), effect)))
                        .toList());
        return all;
    }

    private static Map<String, @Nullable Object> entry(JournalEntry entry) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("number", entry.number());
        json.put("at", entry.at().toString());
        json.put("method", entry.method());
        json.put("path", entry.path());
        json.put("query", entry.query());
        json.put("operation", entry.operation());
        json.put("detail", entry.detail());
        json.put("user", entry.user());
        json.put("session", entry.session());
        json.put("bodyHash", entry.bodyHash());
        json.put("bodyBytes", entry.bodyBytes());
        json.put("status", entry.status());
        json.put("delivery", entry.delivery());
        json.put("apiCalls", entry.apiCalls());
        return json;
    }

    private static Map<String, Object> effect(long request, Effect effect) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("request", request);
        json.put("operation", effect.operation());
        json.put("object", effect.object());
        json.put("id", effect.id());
        json.put("fields", effect.fields());
        return json;
    }
}
