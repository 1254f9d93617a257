package io.plumbline.sandbox.seed.tree;

import io.plumbline.sandbox.seed.load.SeedProblem;
import io.plumbline.sandbox.seed.load.SeedRow;
import io.plumbline.sandbox.seed.load.SeedRow.Parent;
import io.plumbline.sandbox.seed.load.SeedRow.Place;
import io.plumbline.sandbox.seed.load.SeedRows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads one tree file of {@code sf data import tree}: an object with {@code records}, each with
 * {@code attributes.type} and {@code attributes.referenceId}, whose children may nest under their relationship's name.
 */
final class TreeFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String file;
    private final List<SeedRow> rows = new ArrayList<>();
    private final List<SeedProblem> problems = new ArrayList<>();

    private TreeFile(String file) {
        this.file = file;
    }

    /** The rows of the file; what is no tree file is a problem, never an exception. */
    static SeedRows read(Path path) {
        TreeFile tree = new TreeFile(path.getFileName().toString());
        try (JsonParser json = JSON.createParser(path)) {
            return tree.read(json);
        } catch (JacksonException broken) {
            return SeedRows.nothing(SeedProblem.file(tree.file, "cannot be read as JSON", place(broken)));
        }
    }

    static String place(JacksonException broken) {
        return broken.getOriginalMessage()
                + (broken.getLocation() == null
                        ? ""
                        : " (line " + broken.getLocation().getLineNr() + ")");
    }

    private SeedRows read(JsonParser json) {
        boolean found = false;
        if (json.nextToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean records = json.currentName().equals("records");
                if (json.nextToken() == JsonToken.START_ARRAY && records) {
                    found = true;
                    records(json);
                } else {
                    json.skipChildren();
                }
            }
        }
        if (!found) {
            return SeedRows.nothing(SeedProblem.file(file, "is no tree file", "it has no array \"records\""));
        }
        return new SeedRows(rows, problems);
    }

    private void records(JsonParser json) {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            Place place = new Place(file, json.currentTokenLocation().getLineNr());
            JsonNode node = json.readValueAsTree();
            record(place, node, null);
        }
    }

    private void record(Place place, JsonNode node, @Nullable Parent parent) {
        JsonNode attributes = node.path("attributes");
        String type = attributes.path("type").asString("");
        if (type.isEmpty()) {
            problems.add(SeedProblem.row(place, "has no attributes.type", "it must name the object"));
            return;
        }
        String reference = attributes.path("referenceId").asString("");
        String key = reference.isEmpty() ? place + "#" + rows.size() : "@" + reference;
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, JsonNode> children = new LinkedHashMap<>();
        node.properties().forEach(property -> {
            JsonNode value = property.getValue();
            if (value.path("records").isArray()) {
                children.put(property.getKey(), value.get("records"));
            } else if (!property.getKey().equals("attributes")) {
                values.put(property.getKey(), text(value));
            }
        });
        rows.add(new SeedRow(type, place, values, key, parent));
        children.forEach((relationship, records) ->
                records.forEach(child -> record(place, child, new Parent(key, relationship))));
    }

    private static String text(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        if (value.isNumber()) {
            return value.decimalValue().toPlainString();
        }
        if (value.isArray()) {
            return value.valueStream().map(TreeFile::text).collect(Collectors.joining(";"));
        }
        return value.isContainer() ? value.toString() : value.asString();
    }
}
