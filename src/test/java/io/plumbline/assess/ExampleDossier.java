package io.plumbline.assess;

import io.plumbline.dossier.json.DossierJson;
import io.plumbline.dossier.json.DossierLine;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a whole dossier of the few lines that an example of a page shows. The index of the pages tells readers what is
 * filled in.
 */
final class ExampleDossier {

    private static final Map<String, Object> ACCOUNT = Map.of("id", "A1", "ownerId", "U1", "tier", 2);
    private static final Map<String, Object> PLAN = Map.of(
            "id", "P1",
            "state", "active",
            "ownerId", "U1",
            "periodStart", "2026-01-01",
            "periodEnd", "2026-12-31");

    private final JsonMapper mapper = new JsonMapper();

    DossierLine read(String yaml) {
        Map<?, ?> shown = new Yaml().load(yaml);
        Map<String, Object> dossier = new LinkedHashMap<>(Map.of("asOf", "2026-06-30"));
        shown.forEach((key, value) -> dossier.put(String.valueOf(key), plain(value)));
        dossier.put("account", over(ACCOUNT, dossier.get("account")));
        if (dossier.containsKey("plan")) {
            dossier.put("plans", List.of(over(PLAN, dossier.remove("plan"))));
        }
        return new DossierJson().read(mapper.writeValueAsString(dossier));
    }

    private static Map<String, Object> over(Map<String, Object> usual, Object shown) {
        Map<String, Object> whole = new LinkedHashMap<>(usual);
        if (shown instanceof Map<?, ?> own) {
            own.forEach((key, value) -> whole.put(String.valueOf(key), value));
        }
        return whole;
    }

    /** YAML knows dates, JSON does not. */
    private static Object plain(Object value) {
        return switch (value) {
            case Date date ->
                date.toInstant().atZone(ZoneOffset.UTC).toLocalDate().toString();
            case List<?> list -> list.stream().map(ExampleDossier::plain).toList();
            case Map<?, ?> map -> {
                Map<String, Object> whole = new LinkedHashMap<>();
                map.forEach((key, below) -> whole.put(String.valueOf(key), plain(below)));
                yield whole;
            }
            case null -> null;
            default -> value;
        };
    }
}
