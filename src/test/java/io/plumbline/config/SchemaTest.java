package io.plumbline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.plumbline.config.policy.ExecutionMeasure;
import io.plumbline.config.policy.HealthCap;
import io.plumbline.config.policy.HealthMeasure;
import io.plumbline.config.policy.VettingCheck;
import io.plumbline.config.yaml.ConfigurationException;
import io.plumbline.config.yaml.YamlProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What editors complete and check is what the loader reads. */
class SchemaTest {

    private static final Path SHIPPED = Path.of("connector-config");
    private static final String NOBODY_S_KEY = "zzzzqqqqzzzz";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"connector", "mapping", "assessment", "tasks"})
    void theShippedFileNamesItsSchemaInLineOneAndMeetsIt(String name) throws IOException {
        String yaml = Files.readString(SHIPPED.resolve(name + ".yaml"));

        assertThat(yaml).startsWith("# yaml-language-server: $schema=schema/" + name + ".schema.json\n");
        assertThat(schema(name).validate(yaml, InputFormat.YAML))
                .extracting(Error::toString)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"connector", "mapping", "assessment", "tasks"})
    void aMisspeltKeyDoesNotMeetTheSchema(String name) throws IOException {
        String yaml = Files.readString(SHIPPED.resolve(name + ".yaml"));

        assertThat(schema(name).validate(yaml + "\n" + NOBODY_S_KEY + ": 1\n", InputFormat.YAML))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"connector", "mapping", "assessment", "tasks"})
    void everyPropertyIsDescribed(String name) throws IOException {
        List<String> silent = new ArrayList<>();
        collectSilent(json(name), "", silent);

        assertThat(silent).isEmpty();
    }

    /** A key that nobody knows makes the loader name those it does know, map by map. */
    @ParameterizedTest
    @ValueSource(strings = {"connector", "mapping", "assessment", "tasks"})
    void theLoaderKnowsTheKeysOfTheSchemaAndNoOthers(String name) throws IOException {
        Map<String, Set<String>> ofTheSchema = new LinkedHashMap<>();
        collectKeys(json(name), json(name), "", ofTheSchema);
        assertThat(ofTheSchema).hasSizeGreaterThan(3);

        for (Map.Entry<String, Set<String>> map : ofTheSchema.entrySet()) {
            assertThat(keysOfTheLoader(name, map.getKey()))
                    .as("keys of %s in %s.yaml", map.getKey().isEmpty() ? "the file" : map.getKey(), name)
                    .isEqualTo(map.getValue());
        }
    }

    @Test
    void theSchemaOfTheAssessmentKnowsEveryRuleOfTheModel() throws IOException {
        JsonNode schema = json("assessment");
        JsonNode health = schema.at("/properties/health/properties");

        assertThat(names(schema.at("/properties/vetting/properties")))
                .isEqualTo(ids(Arrays.stream(VettingCheck.values()).map(VettingCheck::id)));
        assertThat(names(schema.at("/properties/execution/properties/measures/properties")))
                .isEqualTo(ids(Arrays.stream(ExecutionMeasure.values()).map(ExecutionMeasure::id)));
        assertThat(names(health.at("/caps/properties")))
                .isEqualTo(ids(Arrays.stream(HealthCap.values()).map(HealthCap::id)));
        assertThat(names(schema.at("/$defs/dimension/properties/measures/properties")))
                .isEqualTo(ids(Arrays.stream(HealthMeasure.values()).map(HealthMeasure::id)));
    }

    /** The keys that the loader names when the map at this path holds one that it does not know. */
    private Set<String> keysOfTheLoader(String name, String path) throws IOException {
        Map<String, Object> yaml = new Yaml().load(Files.readString(SHIPPED.resolve(name + ".yaml")));
        Map<String, Object> map = yaml;
        for (String step : path.isEmpty() ? new String[0] : path.split("/")) {
            map = descend(map, step);
        }
        map.put(NOBODY_S_KEY, "Nothing__c");
        Files.writeString(folder.resolve(name + ".yaml"), new Yaml().dump(yaml));
        ConfigurationException refused =
                catchThrowableOfType(ConfigurationException.class, () -> Configuration.load(Optional.of(folder)));
        assertThat(refused).as("%s in %s", path, name).isNotNull();
        String marker = NOBODY_S_KEY + "' is unknown; known are ";
        return refused.problems().stream()
                .map(YamlProblem::what)
                .filter(what -> what.contains(marker))
                .map(what -> what.substring(what.indexOf(marker) + marker.length()))
                .map(known -> ids(Arrays.stream(known.split(", "))))
                .findFirst()
                .orElseThrow(() -> new AssertionError(path + " in " + name + ": " + refused.getMessage()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> descend(Map<String, Object> map, String step) {
        Object value = map.get(step);
        if (value instanceof Map<?, ?> below) {
            return (Map<String, Object>) below;
        }
        Map<String, Object> made = new LinkedHashMap<>();
        if (value instanceof String field && !step.equals("required") && !step.equals("optional")) {
            made.put("field", field);
        }
        map.put(step, made);
        return made;
    }

    /** Every map with fixed keys: its path in the file, and the keys. */
    private static void collectKeys(JsonNode schema, JsonNode node, String path, Map<String, Set<String>> keys) {
        JsonNode resolved =
                node.has("$ref") ? schema.at(node.get("$ref").asString().substring(1)) : node;
        if (!resolved.has("properties")) {
            for (JsonNode choice : resolved.path("anyOf")) {
                collectKeys(schema, choice, path, keys);
            }
            return;
        }
        if (resolved.path("additionalProperties").isBoolean()) {
            keys.put(path, names(resolved.get("properties")));
        }
        resolved.get("properties")
                .properties()
                .forEach(property -> collectKeys(
                        schema,
                        property.getValue(),
                        path.isEmpty() ? property.getKey() : path + "/" + property.getKey(),
                        keys));
    }

    private static void collectSilent(JsonNode node, String path, List<String> silent) {
        node.path("properties").properties().forEach(property -> {
            if (!property.getValue().has("description")) {
                silent.add(path + "/" + property.getKey());
            }
        });
        node.properties().forEach(child -> collectSilent(child.getValue(), path + "/" + child.getKey(), silent));
        if (node.isArray()) {
            node.forEach(child -> collectSilent(child, path, silent));
        }
    }

    private static Schema schema(String name) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(path(name)));
    }

    private static JsonNode json(String name) throws IOException {
        return new ObjectMapper().readTree(Files.readString(path(name)));
    }

    private static Path path(String name) {
        return SHIPPED.resolve("schema").resolve(name + ".schema.json");
    }

    private static Set<String> names(JsonNode properties) {
        assertThat(properties.isObject()).isTrue();
        return ids(properties.properties().stream().map(Map.Entry::getKey));
    }

    private static Set<String> ids(Stream<String> ids) {
        return new TreeSet<>(ids.toList());
    }
}
